import { dueWork } from "~/server/engine/do-due";
import { log } from "~/server/log";
import { attendTo } from "./attend";
import { claimRules, RuleElsewhere } from "./claim";
import type { DueRule } from "./rule";

/** Rules at once in one process. */
const AT_ONCE = 16;

async function attendSafely(rule: DueRule): Promise<void> {
  try {
    await attendTo(rule);
  } catch (error) {
    if (!(error instanceof RuleElsewhere))
      log.warn({ err: error, rule: rule.id }, "a rule was not looked at");
  }
}

/** Tells the team what its rules find in what failed since. */
export const tellDue = dueWork({ atOnce: AT_ONCE, claim: (most) => claimRules(most), doOne: attendSafely });

/** Looks at every rule that has something to look at, once. `at` is for tests: another time than the database's. */
export async function tellDueRules(at: Date | null = null): Promise<number> {
  const rules = await claimRules(AT_ONCE, at);
  await Promise.all(rules.map(attendSafely));
  return rules.length;
}
