import { BUCKETS, OWN_LIMITS, perSecond, type Quota } from "~/server/connectors/buckets";
import type { Bucket } from "~/server/connectors/define";
import { CONNECTION } from "~/server/engine/buckets/block";
import { PACE } from "~/server/engine/buckets/patience";
import type { RateBucket } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { getConnectionRow } from "./internal";
import type { LimitsView } from "./limits-schemas";
import { quotaOf } from "./open";

/** A bucket of one kind or object is shown while it was used in this time, or somebody waits for it. */
const SHOWN_MS = 60_000;
const WINDOW_MS = 10_000;

/** How the limits of a connection's account are used, and what waits for them. Throws `not_found`. */
export async function getLimits(ctx: ServiceContext, { id }: { id: string }): Promise<LimitsView> {
  const { db, workspaceId } = ctx;
  const row = await getConnectionRow(ctx, id);
  const [rows, waits] = await Promise.all([
    db.rateBucket.findMany({ where: { workspaceId, connectionId: id } }),
    db.run.groupBy({
      by: ["waitingFor"],
      where: { workspaceId, waitingOn: id, status: { in: ["waiting", "held"] } },
      _count: true,
    }),
  ]);
  const waiting = new Map(waits.map(({ waitingFor, _count }) => [waitingFor ?? "", _count]));
  const runsFor = (name: string) => waiting.get(`bucket:${name}`) ?? 0;
  const now = Date.now();
  const known = new Map(rows.map((bucket) => [bucket.name, bucket]));
  const bases: readonly Bucket[] = OWN_LIMITS[row.app];
  const details = rows.filter(
    ({ name, windowAt }) => name.includes(":") && (runsFor(name) > 0 || now - windowAt.getTime() < SHOWN_MS),
  );
  const names = [...bases, ...details.map(({ name }) => name)];
  const quota = quotaOf(row);
  const down = known.get(CONNECTION);
  return {
    held: row.heldSince && {
      since: row.heldSince.toISOString(),
      runs: waiting.get("connection") ?? 0,
    },
    resting:
      down?.blockedUntil && down.blockedUntil.getTime() > now
        ? { until: down.blockedUntil.toISOString(), why: down.blockedWhy, runs: runsFor(CONNECTION) }
        : null,
    buckets: names.flatMap((name) => bucketView(quota, name, known.get(name), runsFor(name), now)),
  };
}

function bucketView(
  quota: Quota,
  name: string,
  row: RateBucket | undefined,
  waiting: number,
  now: number,
): LimitsView["buckets"] {
  const base = baseOf(name);
  if (!base) return [];
  const limit = perSecond(quota, base);
  const isBlocked = row?.blockedUntil && row.blockedUntil.getTime() > now;
  const blockedSeconds = isBlocked && row.blockedUntil ? (row.blockedUntil.getTime() - now) / 1_000 : 0;
  return [
    {
      name,
      published: BUCKETS[base].words,
      perSecond: limit,
      isOwn: quota.own[base] !== undefined,
      rate: row ? rateOf(row, now) : 0,
      waiting,
      drainSeconds: limit === null ? null : blockedSeconds + waiting / (limit * PACE.aim),
      blockedUntil: isBlocked ? (row.blockedUntil?.toISOString() ?? null) : null,
      blockedWhy: isBlocked ? row.blockedWhy : null,
    },
  ];
}

function baseOf(name: string): Bucket | undefined {
  const [base] = name.split(":");
  return base !== undefined && Object.hasOwn(BUCKETS, base) ? (base as Bucket) : undefined;
}

/** Calls a second of the last ten: this window's, and of the one before the part that is not older. */
function rateOf({ windowAt, windowCount, lastCount }: RateBucket, now: number): number {
  const age = Math.max(0, now - windowAt.getTime()) / WINDOW_MS;
  const calls = age < 1 ? windowCount + lastCount * (1 - age) : age < 2 ? windowCount * (2 - age) : 0;
  return Math.round((calls * 10_000) / WINDOW_MS) / 10;
}
