import type { Healing } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import type { HealingView } from "./healing-schemas";
import { getConnectionRow } from "./internal";

/** How far a Stripe account was compared with what arrived. Throws `not_found`. */
export async function getHealing(ctx: ServiceContext, { id }: { id: string }): Promise<HealingView> {
  const { workspaceId } = ctx;
  await getConnectionRow(ctx, id);
  const [row, listening] = await Promise.all([
    ctx.db.healing.findUnique({ where: { workspaceId_connectionId: { workspaceId, connectionId: id } } }),
    isListenedTo(ctx, id),
  ]);
  return { listening, ...(row ? healingView(row) : NEVER) };
}

/** Whether a live recipe is started by what this account's webhook sends. */
export async function isListenedTo({ db, workspaceId }: ServiceContext, id: string): Promise<boolean> {
  const recipe = await db.recipe.findFirst({
    where: {
      workspaceId,
      triggerConnectionId: id,
      triggerType: "stripe.event",
      status: { in: ["live", "shadow"] },
      archivedAt: null,
    },
    select: { id: true },
  });
  return recipe !== null;
}

const NEVER = {
  comparing: false,
  comparedTo: null,
  lastAt: null,
  nextAt: null,
  found: 0,
  lastFound: 0,
  lastFoundAt: null,
  problem: null,
  lost: null,
};

const iso = (date: Date | null) => date?.toISOString() ?? null;

function healingView(row: Healing): Omit<HealingView, "listening"> {
  const { lastAt, found, lastFound, lastFoundAt, problem, lostFrom, lostTo } = row;
  return {
    comparing: row.lockedUntil !== null && row.lockedUntil > new Date(),
    comparedTo: lastAt ? row.comparedTo.toISOString() : null,
    lastAt: iso(lastAt),
    nextAt: row.dueAt.toISOString(),
    found,
    lastFound,
    lastFoundAt: iso(lastFoundAt),
    problem,
    lost: lostFrom && lostTo ? { from: lostFrom.toISOString(), to: lostTo.toISOString() } : null,
  };
}
