import { v7 as uuid } from "uuid";
import type { ConnectedApp } from "~/server/connectors/define";
import { randomToken, seal } from "~/server/crypto";
import type { Prisma } from "~/server/generated/prisma/client";
import { keyHash, newKeySecret } from "~/server/sandbox/keys";
import { sandboxCredentials, seedAccount } from "~/server/sandbox/new-account";
import { Store } from "~/server/sandbox/store";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { connectionView } from "~/server/services/connection/view";
import { requireRole, type ServiceContext } from "~/server/services/context";

type Transaction = Prisma.TransactionClient;

const NAMES: Record<ConnectedApp, string> = { stripe: "Stripe sandbox", customerio: "Customer.io sandbox" };

/**
 * Opens the workspace's simulated Stripe and Customer.io accounts, each with its connection.
 * Opening again gives the same; a connection that was deleted comes back with fresh keys to the same account.
 */
export async function openSandbox(
  ctx: ServiceContext,
): Promise<{ stripe: ConnectionView; customerio: ConnectionView }> {
  requireRole(ctx, "editor");
  return ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sandbox open ${ctx.workspaceId}`}, 0)) IS NULL AS locked`;
    return {
      stripe: await openOne(tx, ctx.workspaceId, "stripe"),
      customerio: await openOne(tx, ctx.workspaceId, "customerio"),
    };
  });
}

async function openOne(tx: Transaction, workspaceId: string, app: ConnectedApp): Promise<ConnectionView> {
  const account = await tx.sandboxAccount.findUnique({
    where: { workspaceId_app: { workspaceId, app } },
    include: { connection: true },
  });
  if (account?.connection && !account.connection.deletedAt) return connectionView(account.connection);
  const secret = newKeySecret();
  const accountId = account
    ? await rekey(tx, workspaceId, account.id, secret)
    : await make(tx, workspaceId, app, secret);
  return connectionView(await connect(tx, workspaceId, app, accountId, secret));
}

/** Only the hash of a key is kept, so a connection that comes back needs new ones. */
async function rekey(tx: Transaction, workspaceId: string, id: string, secret: string): Promise<string> {
  await tx.connection.updateMany({
    where: { workspaceId, sandboxAccountId: id },
    data: { sandboxAccountId: null },
  });
  await tx.sandboxAccount.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { keyHash: keyHash(secret) },
  });
  return id;
}

async function make(
  tx: Transaction,
  workspaceId: string,
  app: ConnectedApp,
  secret: string,
): Promise<string> {
  const { id } = await tx.sandboxAccount.create({ data: { workspaceId, app, keyHash: keyHash(secret) } });
  await seedAccount(app, new Store(tx, { workspaceId, accountId: id }));
  return id;
}

function connect(
  tx: Transaction,
  workspaceId: string,
  app: ConnectedApp,
  sandboxAccountId: string,
  secret: string,
) {
  const id = uuid();
  return tx.connection.create({
    data: {
      workspaceId,
      id,
      app,
      sandboxAccountId,
      name: NAMES[app],
      mode: "test",
      status: "connected",
      region: app === "customerio" ? "us" : null,
      credentials: new Uint8Array(
        seal(JSON.stringify(sandboxCredentials(app, secret)), `${workspaceId}:${id}`),
      ),
      accountLabel: "Sandbox account",
      endpointToken: randomToken(),
      canReport: app === "customerio",
      checkedAt: new Date(),
    },
  });
}
