import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";
import { log } from "~/server/log";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { liveUsersOf } from "~/server/services/recipe/live-users";
import { getConnectionRow } from "./internal";
import { removeManagedWebhook } from "./managed-webhook";
import { oauthConfig } from "./oauth/config";
import { openFresh } from "./oauth/fresh";
import { withdraw } from "./oauth/token";
import type { OpenConnection } from "./open";
import { releaseHeld } from "./release-held";

/**
 * Deletes a connection: its keys are erased, its webhook address stops, and the webhook that Billhook made at the
 * vendor is removed; its events stay readable. Throws `conflict` while live recipes use it.
 */
export async function deleteConnection(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "editor");
  const row = await getConnectionRow(ctx, id);
  const recipes = await liveUsersOf(ctx, row.id);
  if (recipes.length > 0) {
    const names = recipes.map(({ name }) => `"${name}"`).join(", ");
    throw new AppError(
      "conflict",
      `These recipes use the connection: ${names}. Pause them first, or publish them with another one.`,
      { recipes },
    );
  }
  // Opened while there is something to open: what is given back at the vendor needs the keys.
  const opened = await openFresh(row).catch(() => null);
  const { count } = await ctx.db.connection.updateMany({
    where: { workspaceId: ctx.workspaceId, id, deletedAt: null },
    data: { deletedAt: new Date(), credentials: null, endpointToken: null, sandboxAccountId: null },
  });
  // Runs that it held, of versions that are no longer live, end with its absence.
  if (count > 0) await releaseHeld(ctx, id);
  if (count > 0 && opened) await giveBack(row, opened);
}

/** One grant serves every workspace of this install that the account was connected to. */
async function isGrantedElsewhere({ accountId }: Connection): Promise<boolean> {
  return (
    (await prisma().connection.count({ where: { accountId, scopes: { not: null }, deletedAt: null } })) > 0
  );
}

/** A vendor that does not answer keeps nobody from disconnecting. */
async function giveBack(row: Connection, opened: OpenConnection): Promise<void> {
  try {
    await removeManagedWebhook(opened);
    const config = oauthConfig();
    if (config && row.scopes !== null && row.accountId && !(await isGrantedElsewhere(row)))
      await withdraw(config, row.accountId);
  } catch (err) {
    log.warn({ err, connectionId: row.id }, "something was left at the vendor of a deleted connection");
  }
}
