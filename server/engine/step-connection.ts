import { pool } from "~/server/db";
import { AppError, notFound } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";
import { openFresh } from "~/server/services/connection/oauth/fresh";
import type { OpenConnection } from "~/server/services/connection/open";
import { RetryLater } from "./durable";

const FIND = `SELECT * FROM "Connection" WHERE "workspaceId" = $1 AND "id"::text = $2 AND "deletedAt" IS NULL`;

/** When a vendor could not renew an access token just now. */
const RENEW_AGAIN_MS = 30_000;

/**
 * A step's connection, opened. Every step asks, so it asks without the ORM. Throws `not_found`, `connection_rejected`,
 * and `RetryLater` when its access could not be renewed just now.
 */
export async function stepConnection(workspaceId: string, id: string): Promise<OpenConnection> {
  const { rows } = await pool().query<Connection>({
    name: "step-connection",
    text: FIND,
    values: [workspaceId, id],
  });
  if (!rows[0]) throw notFound("connection");
  return openFresh(rows[0]).catch((error: unknown) => {
    if (error instanceof AppError) throw error;
    throw new RetryLater(new Date(Date.now() + RENEW_AGAIN_MS));
  });
}
