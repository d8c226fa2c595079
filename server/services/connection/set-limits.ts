import { OWN_LIMITS } from "~/server/connectors/buckets";
import type { Bucket } from "~/server/connectors/define";
import { reline } from "~/server/engine/buckets/reline";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { getConnectionRow } from "./internal";
import { quotaOf } from "./open";

/**
 * Sets how often a connection's account may be called, in calls a second by limit; null takes what the vendor publishes
 * again. Runs that wait come at the new pace. Throws `invalid_input` for a limit that the app has not.
 */
export async function setLimits(
  ctx: ServiceContext,
  id: string,
  limits: Record<string, number | null>,
): Promise<void> {
  const row = await getConnectionRow(ctx, id);
  const known: readonly Bucket[] = OWN_LIMITS[row.app];
  const named = Object.keys(limits);
  const isKnown = (name: string): name is Bucket => known.some((bucket) => bucket === name);
  const buckets = named.filter(isKnown);
  const strange = named.find((name) => !isKnown(name));
  if (strange !== undefined) {
    const remedy = known.length > 0 ? `Use ${known.join(", ")}.` : "This app has no limits to set.";
    throw new AppError("invalid_input", `limits.${strange}: there is no such limit. ${remedy}`, {
      field: `limits.${strange}`,
    });
  }
  const change = JSON.stringify(limits);
  await ctx.db.$executeRaw`
    UPDATE "Connection" SET "limits" = jsonb_strip_nulls(coalesce("limits", '{}') || ${change}::jsonb), "updatedAt" = now()
    WHERE "workspaceId" = ${ctx.workspaceId}::uuid AND "id" = ${id}::uuid`;
  const quota = quotaOf(await getConnectionRow(ctx, id));
  for (const bucket of buckets) await reline(quota, bucket);
}
