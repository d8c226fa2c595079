import { z } from "zod";
import { AppError, notFound } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";
import { getChannelRow } from "~/server/services/channel/internal";
import type { ServiceContext } from "~/server/services/context";
import type { RuleView } from "./schemas";

const RULE_SELECT = {
  id: true,
  kind: true,
  config: true,
  isOn: true,
  lastToldAt: true,
  problem: true,
  createdAt: true,
  channel: { select: { id: true, kind: true, name: true } },
  recipe: { select: { id: true, name: true } },
} satisfies Prisma.NotificationRuleSelect;

type RuleRow = Prisma.NotificationRuleGetPayload<{ select: typeof RULE_SELECT }>;

/** What a rule starts to remember when it is made, or made different: nothing of before. */
export const freshMemory = () => ({
  state: {},
  seenTo: new Date(),
  dueAt: new Date(),
  lockedUntil: null,
  failures: 0,
  problem: null,
});

export async function listRuleRows({ db, workspaceId }: ServiceContext): Promise<RuleView[]> {
  const rows = await db.notificationRule.findMany({
    where: { workspaceId },
    orderBy: { id: "asc" },
    select: RULE_SELECT,
  });
  return rows.map(ruleView);
}

/** One rule of this workspace. Throws `not_found`, also for another workspace's. */
export async function getRule({ db, workspaceId }: ServiceContext, id: string): Promise<RuleView> {
  const row = z.uuid().safeParse(id).success
    ? await db.notificationRule.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        select: RULE_SELECT,
      })
    : null;
  if (!row) throw notFound("rule");
  return ruleView(row);
}

function ruleView({ config, lastToldAt, createdAt, ...row }: RuleRow): RuleView {
  return {
    ...row,
    config: z.record(z.string(), z.unknown()).catch({}).parse(config),
    lastToldAt: lastToldAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** Throws `invalid_input` for a channel or a recipe that this workspace does not have. */
export async function checkTargets(
  ctx: ServiceContext,
  { channelId, recipeId }: { channelId?: string | undefined; recipeId?: string | null | undefined },
): Promise<void> {
  if (channelId)
    await getChannelRow(ctx, channelId).catch(() => {
      throw new AppError("not_found", "channelId: there is no such channel in this workspace.");
    });
  if (!recipeId) return;
  const recipe = await ctx.db.recipe.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: recipeId } },
    select: { deletedAt: true },
  });
  if (!recipe || recipe.deletedAt)
    throw new AppError("not_found", "recipeId: there is no such recipe in this workspace.");
}
