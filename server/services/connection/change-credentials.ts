import type { HttpCredentials } from "~/server/connectors/http/credentials";
import { notFound } from "~/server/errors";
import type { Connection, Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { type OpenConnection, sealCredentials, unlock } from "./open";
import type { CustomerioCredentials, StripeCredentials } from "./schemas";

/** What is to change; `undefined` takes a part away. */
type Change = { [Key in keyof (StripeCredentials & CustomerioCredentials & HttpCredentials)]?: unknown };

/**
 * Changes part of a connection's credentials as they are now, under a row lock: a token that was renewed, or a secret
 * that was changed meanwhile by somebody else, stays. Other columns change with it. Throws `not_found`.
 */
export async function changeCredentials(
  ctx: ServiceContext,
  id: string,
  change: Change | ((kept: OpenConnection["credentials"]) => Change),
  data: Prisma.ConnectionUncheckedUpdateInput = {},
): Promise<Connection> {
  const { db, workspaceId } = ctx;
  const where = { workspaceId_id: { workspaceId, id } };
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Connection" WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ${id}::uuid FOR UPDATE`;
    const row = await tx.connection.findUnique({ where });
    if (!row || row.deletedAt) throw notFound("connection");
    const kept = unlock(row).credentials;
    const credentials = { ...kept, ...(typeof change === "function" ? change(kept) : change) };
    return tx.connection.update({
      where,
      data: { ...data, credentials: sealCredentials(ctx, row.id, credentials as typeof kept) },
    });
  });
}
