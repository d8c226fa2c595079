import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";

/** Those of the keys that have open failures in this workspace. Throws `not_found` when none has. */
export async function openKeys({ db, workspaceId }: ServiceContext, keys: string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT wanted.key FROM unnest(${keys}::text[]) AS wanted(key)
    WHERE EXISTS (SELECT 1 FROM "Run" r WHERE r."workspaceId" = ${workspaceId}::uuid AND r."failureKey" = wanted.key
                    AND r."failureKey" IS NOT NULL AND r."resolvedAt" IS NULL)`;
  if (rows.length === 0) throw notFound("open failure");
  return rows.map(({ key }) => key);
}
