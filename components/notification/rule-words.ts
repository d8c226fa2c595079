import { spanText } from "~/components/recipe/delay-span";
import type { RuleKind, RuleView } from "~/server/services/notification/schemas";

interface KindWords {
  /** After "Tell … when". */
  when: string;
  hint: string;
}

/** What each kind of rule waits for, and how often it tells it at most. */
export const RULE_KIND_WORDS: Record<RuleKind, KindWords> = {
  first_failure: {
    when: "a recipe fails for the first time",
    hint: "Each cause once, until the recipe works again or somebody resolves it. When much fails at once, the rest comes in one message.",
  },
  every_n: {
    when: "so many runs have failed",
    hint: "At most one message in ten minutes, which says how many failed meanwhile. A database with “every 1” gets a row for each failure.",
  },
  digest: {
    when: "it is time for a digest",
    hint: "What failed since the last one, by cause. Nothing comes when nothing failed.",
  },
  error_rate: {
    when: "too many runs fail",
    hint: "Once when it begins and once when it is over.",
  },
  recovered: {
    when: "a recipe works again",
    hint: "Once it has succeeded and not failed for ten minutes, after a failure that was told.",
  },
  connection: {
    when: "a connection stops working, or works again",
    hint: "Runs that need it are held meanwhile and go on by themselves.",
  },
};

/** A rule's sentence after whom it tells. */
export function whenText({ kind, config, channel }: Pick<RuleView, "kind" | "config" | "channel">): string {
  switch (kind) {
    case "every_n":
      if (config.every !== 1) return `when ${Number(config.every).toLocaleString("en")} runs have failed`;
      return channel.kind === "database" ? "every time a run fails" : "when runs have failed";
    case "digest":
      return `every ${spanText(config.each).replace(/^1 /, "")} what failed`;
    case "error_rate":
      return `when ${config.percent} % or more of at least ${config.atLeast} runs fail within ${spanText(config.within)}`;
    default:
      return `when ${RULE_KIND_WORDS[kind].when}`;
  }
}

/** For which recipes a rule is, or nothing where that makes no sense. */
export function whoseText({ kind, recipe }: Pick<RuleView, "kind" | "recipe">): string {
  if (kind === "connection") return "";
  const whose = recipe ? `“${recipe.name}”` : "all recipes";
  return kind === "digest" ? `in ${whose}` : `for ${whose}`;
}
