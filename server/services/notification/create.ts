import { v7 as uuid } from "uuid";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { checkTargets, freshMemory, getRule } from "./internal";
import { CreateRuleInput, type RuleView } from "./schemas";

const MOST = 100;

/** Adds a rule that tells the team of what fails from now on. Throws `not_found` for its channel or recipe, `conflict` at 100 rules. */
export async function createRule(ctx: ServiceContext, given: CreateRuleInput): Promise<RuleView> {
  requireRole(ctx, "editor");
  const input = CreateRuleInput.parse(given);
  await checkTargets(ctx, { channelId: input.channelId, ...("recipeId" in input ? input : {}) });
  const { workspaceId, db } = ctx;
  if ((await db.notificationRule.count({ where: { workspaceId } })) >= MOST)
    throw new AppError("conflict", `A workspace has ${MOST} rules at most. Remove one first.`);
  const id = uuid();
  await db.notificationRule.create({ data: { workspaceId, id, ...input, ...freshMemory() } });
  return getRule(ctx, id);
}
