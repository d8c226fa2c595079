import type { Prisma, Recipe } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import type { AttemptView } from "~/server/services/run/schemas";
import { type ComparedRun, compareRequests } from "./compare-requests";
import { inShadow } from "./in-shadow";
import { getRecipeRow } from "./internal";
import type { ComparedEvent, ShadowView } from "./shadow-schemas";
import { versionRow } from "./version-row";

const MOST_EVENTS = 50;

const SELECT = {
  id: true,
  status: true,
  startedAt: true,
  createdAt: true,
  eventId: true,
  event: { select: { id: true, externalId: true, type: true } },
  steps: { orderBy: { position: "asc" }, select: { path: true, action: true, attempts: true } },
} satisfies Prisma.RunSelect;

type Row = Prisma.RunGetPayload<{ select: typeof SELECT }>;

/**
 * What the version in shadow would have sent for the newest events, beside what the live one did send for them; of a
 * recipe that runs in shadow only, just what it would have sent. Throws `not_found`.
 */
export async function compareShadow(ctx: ServiceContext, { id }: { id: string }): Promise<ShadowView> {
  const recipe = await getRecipeRow(ctx, id);
  const version = inShadow(recipe);
  if (version === null) return view(recipe, null, []);
  const { workspaceId } = ctx;
  const { createdAt } = await versionRow(ctx, id, version);
  const rows = await ctx.db.run.findMany({
    where: { workspaceId, recipeId: id, version, mode: "shadow", sequence: { in: [0, -1] } },
    orderBy: { id: "desc" },
    take: MOST_EVENTS,
    select: SELECT,
  });
  const live = await ctx.db.run.findMany({
    where: {
      workspaceId,
      recipeId: id,
      mode: "live",
      sequence: 0,
      eventId: { in: rows.map((row) => row.eventId) },
    },
    select: SELECT,
  });
  const byEvent = new Map(live.map((row) => [row.eventId, row]));
  const events = rows.map((row) => comparedEvent(byEvent.get(row.eventId) ?? null, row));
  return view(recipe, { version, since: createdAt.toISOString() }, events);
}

function comparedEvent(live: Row | null, shadow: Row): ComparedEvent {
  const requests = compareRequests(live && comparable(live), comparable(shadow));
  const isPending = [live, shadow].some((run) => run && isUnfinished(run.status));
  const isSame = requests.every(({ outcome }) => outcome === "same");
  return {
    event: shadow.event,
    at: shadow.createdAt.toISOString(),
    live: live && { id: live.id, status: live.status },
    shadow: { id: shadow.id, status: shadow.status },
    outcome: isPending ? "pending" : isSame ? "same" : "different",
    requests,
  };
}

function comparable({ id, startedAt, steps }: Row): ComparedRun {
  return {
    id,
    startedAt: startedAt?.toISOString() ?? null,
    steps: steps.map(({ path, action, attempts }) => ({
      path,
      ...(action ? { action } : {}),
      // The engine's journal wrote this JSON in this shape.
      attempts: attempts as unknown as AttemptView[],
    })),
  };
}

const isUnfinished = (status: Row["status"]) => ["queued", "running", "waiting", "held"].includes(status);

function view(
  { status, currentVersion }: Recipe,
  shadow: { version: number; since: string } | null,
  events: ComparedEvent[],
): ShadowView {
  const settled = events.filter(({ outcome }) => outcome !== "pending");
  const requests = settled.flatMap((one) => one.requests);
  const count = <T extends { outcome: string }>(all: T[], outcome: T["outcome"]) =>
    all.filter((one) => one.outcome === outcome).length;
  return {
    version: shadow?.version ?? null,
    liveVersion: status === "live" ? currentVersion : null,
    since: shadow?.since ?? null,
    counts: {
      events: events.length,
      same: count(events, "same"),
      different: count(events, "different"),
      pending: count(events, "pending"),
      requests: {
        same: count(requests, "same"),
        changed: count(requests, "changed"),
        onlyLive: count(requests, "only_live"),
        onlyShadow: count(requests, "only_shadow"),
      },
    },
    events,
  };
}
