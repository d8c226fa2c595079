import { setTimeout as sleep } from "node:timers/promises";
import { log } from "~/server/log";
import { attendTo } from "./attend";
import { claimRules, RuleElsewhere } from "./claim";
import type { DueRule } from "./rule";

const TICK_MS = 3_000;
/** Rules at once in this process; a slow channel holds up one of them, not all. */
const AT_ONCE = 16;
/** How long a stopping worker waits for a message under way; what is not sent by then goes out after the start, with the same key. */
const GRACE_MS = 15_000;

async function attendSafely(rule: DueRule): Promise<void> {
  try {
    await attendTo(rule);
  } catch (error) {
    if (!(error instanceof RuleElsewhere))
      log.warn({ err: error, rule: rule.id }, "a rule was not looked at");
  }
}

/** Looks at every rule that has something to look at, once. `at` is for tests: another time than the database's. */
export async function tellDueRules(at: Date | null = null): Promise<number> {
  const rules = await claimRules(AT_ONCE, at);
  await Promise.all(rules.map(attendSafely));
  return rules.length;
}

/** Tells the team what failed, until `stop`, which waits a little for the messages under way. */
export function startNotifier(): { stop(): Promise<void> } {
  const underway = new Set<Promise<void>>();
  let isClaiming = false;
  const tick = async () => {
    const free = AT_ONCE - underway.size;
    if (isClaiming || free <= 0) return;
    isClaiming = true;
    try {
      for (const rule of await claimRules(free)) {
        const done = attendSafely(rule).finally(() => underway.delete(done));
        underway.add(done);
      }
    } catch (error) {
      log.warn({ err: error }, "looking for what to tell failed");
    } finally {
      isClaiming = false;
    }
  };
  const timer = setInterval(() => void tick(), TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.race([Promise.all(underway), sleep(GRACE_MS, undefined, { ref: false })]);
    },
  };
}
