import { pool } from "~/server/db";
import { notFound } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";
import { type OpenConnection, unlock } from "~/server/services/connection/open";

const FIND = `SELECT * FROM "Connection" WHERE "workspaceId" = $1 AND "id"::text = $2 AND "deletedAt" IS NULL`;

/** A step's connection, opened. Every step asks, so it asks without the ORM. Throws `not_found`, `connection_rejected`. */
export async function stepConnection(workspaceId: string, id: string): Promise<OpenConnection> {
  const { rows } = await pool().query<Connection>({
    name: "step-connection",
    text: FIND,
    values: [workspaceId, id],
  });
  if (!rows[0]) throw notFound("connection");
  return unlock(rows[0]);
}
