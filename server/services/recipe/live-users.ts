import type { ServiceContext } from "~/server/services/context";

interface User {
  id: string;
  name: string;
}

/** The live and shadow recipes of which a version that runs names a connection or a channel, as trigger or in a step. */
export async function liveUsersOf({ db, workspaceId }: ServiceContext, id: string): Promise<User[]> {
  return db.$queryRaw<User[]>`
    SELECT DISTINCT r."id"::text AS "id", r."name" FROM "Recipe" r
    JOIN "RecipeVersion" v ON v."workspaceId" = r."workspaceId" AND v."recipeId" = r."id"
         AND v."version" IN (r."currentVersion", r."shadowVersion")
    WHERE r."workspaceId" = ${workspaceId}::uuid AND r."archivedAt" IS NULL AND r."status" IN ('live', 'shadow')
      AND (r."triggerConnectionId" = ${id}::uuid OR strpos(v."definition"::text, ${id}) > 0)
    ORDER BY r."name"`;
}
