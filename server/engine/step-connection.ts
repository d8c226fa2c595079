import { pool } from "~/server/db";
import { AppError, notFound } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";
import { openFresh } from "~/server/services/connection/oauth/fresh";
import { GrantRefused } from "~/server/services/connection/oauth/token";
import { type OpenConnection, unlock } from "~/server/services/connection/open";
import { TROUBLES, type Trouble } from "./buckets/block";

const FIND = `
SELECT c.*, ${TROUBLES} AS troubles FROM "Connection" c
WHERE c."workspaceId" = $1 AND c."id"::text = $2 AND c."deletedAt" IS NULL`;

/** A vendor could not renew an access token just now. */
export class NotRenewed extends Error {
  override readonly name = "NotRenewed";
}

export interface StepConnection {
  opened: OpenConnection;
  /** Why its runs are held until it is connected again, in plain words; null when they are not. */
  hold: string | null;
  /** The key that it was opened with, as it is kept: whether it was changed since. */
  sealed: Uint8Array | null;
  /** Limits that are used up, and how many calls failed in a row. */
  troubles: Trouble[];
}

/**
 * A step's connection, opened. Every step asks, so it asks without the ORM. Throws `not_found`, `connection_rejected`,
 * and `NotRenewed` when its access could not be renewed just now.
 */
export async function stepConnection(workspaceId: string, id: string): Promise<StepConnection> {
  const { rows } = await pool().query<Connection & { troubles: Trouble[] }>({
    name: "step-connection",
    text: FIND,
    values: [workspaceId, id],
  });
  const [row] = rows;
  if (!row) throw notFound("connection");
  const { troubles } = row;
  const kept = { sealed: row.credentials, troubles };
  // Keys that are refused are not asked with, and not renewed.
  if (row.heldSince) return { opened: unlock(row), hold: holdWords(row), ...kept };
  try {
    return { opened: await openFresh(row), hold: null, ...kept };
  } catch (error) {
    if (error instanceof GrantRefused) return { opened: unlock(row), hold: holdWords(row, error), ...kept };
    if (error instanceof AppError) throw error;
    throw new NotRenewed("The access to this account could not be renewed just now.", { cause: error });
  }
}

function holdWords({ name, statusDetail }: Connection, error?: Error): string {
  return `“${name}” is not connected any more. ${error?.message ?? statusDetail ?? "Its keys are refused."}`;
}
