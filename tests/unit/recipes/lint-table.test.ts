import { describe, expect, test } from "vitest";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import type { Problem } from "~/server/recipes/definition";
import { lint } from "~/server/recipes/lint";
import { applyRepair } from "~/server/recipes/repair";
import { stripeEventsOf } from "~/server/recipes/trigger";
import { Trigger } from "~/server/recipes/trigger-schema";
import { BAD_RECIPES, ENVIRONMENT } from "~/tests/support/bad-recipes";

const tables = new Map<string, ReturnType<typeof loadFieldTable>>();
function tableOf(events: string[]) {
  const table = tables.get(events.join()) ?? loadFieldTable(events);
  tables.set(events.join(), table);
  return table;
}

async function check(definition: unknown): Promise<Problem[]> {
  const events = stripeEventsOf(Trigger.parse((definition as { trigger: unknown }).trigger));
  return lint(definition, { ...ENVIRONMENT, fields: await tableOf(events) });
}

const messages = (problems: readonly Problem[]) => problems.map(({ message }) => message);
const count = (all: readonly string[], one: string) => all.filter((message) => message === one).length;

describe.each(BAD_RECIPES)("$name", ({ definition, path, says, severity, repair }) => {
  test("is found, in plain words and with a remedy", async () => {
    const found = (await check(definition)).filter((one) => one.path === path && says.test(one.message));
    expect(found).toMatchObject([{ path, severity }]);
    expect(found[0]?.fix).toMatch(/[.?]$/);
    expect(found[0]?.repair?.label ?? null).toEqual(repair ? expect.stringMatching(repair) : null);
  });

  test("each of its repairs takes the problem away and brings up no error", async () => {
    const before = await check(definition);
    const errors = (problems: readonly Problem[]) =>
      messages(problems.filter((one) => one.severity === "error"));
    for (const one of before) {
      if (!one.repair) continue;
      const kept = JSON.stringify(definition);
      const after = await check(applyRepair(definition, one.repair));
      expect(JSON.stringify(definition)).toBe(kept);
      expect(count(messages(after), one.message)).toBeLessThan(count(messages(before), one.message));
      const allowed = errors(before);
      for (const error of errors(after))
        expect(count(errors(after), error)).toBeLessThanOrEqual(count(allowed, error));
    }
  });
});
