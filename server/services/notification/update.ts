import { z } from "zod";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { checkTargets, freshMemory, getRule } from "./internal";
import { RULE_CONFIGS, type RuleView, UpdateRuleInput } from "./schemas";

/**
 * Changes a rule; from then on it looks at new failures only. Throws `not_found`, and `invalid_input` for a config that
 * its kind does not take.
 */
export async function updateRule(ctx: ServiceContext, input: UpdateRuleInput): Promise<RuleView> {
  requireRole(ctx, "editor");
  const { id, config, ...change } = UpdateRuleInput.parse(input);
  const { kind } = await getRule(ctx, id);
  if (kind === "connection" && change.recipeId)
    throw new AppError("invalid_input", "recipeId: a rule about connections belongs to no recipe.");
  await checkTargets(ctx, change);
  const checked = config === undefined ? {} : { config: checkedConfig(kind, config) };
  await ctx.db.notificationRule.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    data: { ...withoutUndefined(change), ...checked, ...freshMemory() },
  });
  return getRule(ctx, id);
}

function checkedConfig(kind: RuleView["kind"], config: unknown) {
  const parsed = z.object({ config: RULE_CONFIGS[kind] }).safeParse({ config });
  if (parsed.success) return parsed.data.config;
  const [issue] = parsed.error.issues;
  throw new AppError("invalid_input", `${issue?.path.join(".") ?? "config"}: ${issue?.message ?? ""}`);
}

function withoutUndefined({ channelId, recipeId, isOn }: Omit<UpdateRuleInput, "id" | "config">) {
  return {
    ...(channelId === undefined ? {} : { channelId }),
    ...(recipeId === undefined ? {} : { recipeId }),
    ...(isOn === undefined ? {} : { isOn }),
  };
}
