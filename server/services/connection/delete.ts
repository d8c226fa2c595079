import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getConnectionRow } from "./internal";
import { removeManagedWebhook } from "./managed-webhook";
import { unlock } from "./open";

interface User {
  id: string;
  name: string;
}

/** The live and shadow recipes whose published version names the connection, as trigger or in a step. */
async function usersOf({ db, workspaceId }: ServiceContext, id: string): Promise<User[]> {
  return db.$queryRaw<User[]>`
    SELECT r."id"::text AS "id", r."name" FROM "Recipe" r
    JOIN "RecipeVersion" v ON v."workspaceId" = r."workspaceId" AND v."recipeId" = r."id" AND v."version" = r."currentVersion"
    WHERE r."workspaceId" = ${workspaceId}::uuid AND r."archivedAt" IS NULL AND r."status" IN ('live', 'shadow')
      AND (r."triggerConnectionId" = ${id}::uuid OR strpos(v."definition"::text, ${id}) > 0)
    ORDER BY r."name"`;
}

/**
 * Deletes a connection: its keys are erased, its webhook address stops, and the webhook that Billhook made at the
 * vendor is removed; its events stay readable. Throws `conflict` while live recipes use it.
 */
export async function deleteConnection(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "editor");
  const row = await getConnectionRow(ctx, id);
  const recipes = await usersOf(ctx, row.id);
  if (recipes.length > 0) {
    const names = recipes.map(({ name }) => `"${name}"`).join(", ");
    throw new AppError(
      "conflict",
      `These recipes use the connection: ${names}. Pause them first, or publish them with another one.`,
      { recipes },
    );
  }
  const { count } = await ctx.db.connection.updateMany({
    where: { workspaceId: ctx.workspaceId, id, deletedAt: null },
    data: { deletedAt: new Date(), credentials: null, endpointToken: null, sandboxAccountId: null },
  });
  if (count > 0) await forget(row);
}

async function forget(row: Parameters<typeof unlock>[0]): Promise<void> {
  try {
    await removeManagedWebhook(unlock(row));
  } catch {
    // Keys that cannot be read can remove nothing at the vendor.
  }
}
