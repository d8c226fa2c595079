import type {
  CreateRuleInput,
  RuleKind,
  RuleView,
  UpdateRuleInput,
} from "~/server/services/notification/schemas";

/** What the form holds: the fields of every kind, so that changing the kind loses nothing. */
export interface RuleDraft {
  kind: RuleKind;
  channelId: string;
  /** Empty: all recipes. */
  recipeId: string;
  every: string;
  each: string;
  percent: string;
  within: string;
  atLeast: string;
}

const text = (value: unknown, usual: string) =>
  typeof value === "string" || typeof value === "number" ? String(value) : usual;

export function ruleDraft(rule: RuleView | undefined, firstChannel: string): RuleDraft {
  const config = rule?.config ?? {};
  return {
    kind: rule?.kind ?? "first_failure",
    channelId: rule?.channel.id ?? firstChannel,
    recipeId: rule?.recipe?.id ?? "",
    every: text(config.every, "10"),
    each: text(config.each, "P1D"),
    percent: text(config.percent, "20"),
    within: text(config.within, "PT15M"),
    atLeast: text(config.atLeast, "10"),
  };
}

/** The form as a new rule. */
export function newRule({ kind, channelId, recipeId, ...draft }: RuleDraft): CreateRuleInput {
  const common = { channelId, ...(recipeId ? { recipeId } : {}) };
  switch (kind) {
    case "every_n":
      return { kind, ...common, config: { every: Number(draft.every) } };
    case "digest":
      return { kind, ...common, config: { each: draft.each } };
    case "error_rate":
      return {
        kind,
        ...common,
        config: { percent: Number(draft.percent), within: draft.within, atLeast: Number(draft.atLeast) },
      };
    case "connection":
      return { kind, channelId };
    default:
      return { kind, ...common };
  }
}

/** The form as a change of a rule, whose kind stays. */
export function ruleChange(draft: RuleDraft): Omit<UpdateRuleInput, "id"> {
  const { config = {} } = newRule(draft);
  const recipe = draft.kind === "connection" ? {} : { recipeId: draft.recipeId || null };
  return { channelId: draft.channelId, ...recipe, config: { ...config } };
}
