import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type FieldTable, loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { lint } from "~/server/recipes/lint";
import { type Pointer, pointerOf, pointerText, valueAt, withValueAt } from "~/server/recipes/pointer";
import { applyRepair } from "~/server/recipes/repair";
import { BAD_RECIPES, ENVIRONMENT } from "~/tests/support/bad-recipes";

let fields: FieldTable;
beforeAll(async () => {
  fields = await loadFieldTable(["invoice.paid", "customer.updated"]);
});
const check = (definition: unknown) => lint(definition, { ...ENVIRONMENT, fields });

function pointersIn(value: unknown, at: Pointer = []): Pointer[] {
  if (typeof value !== "object" || value === null) return [at];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    at,
    ...keys.flatMap((key) => pointersIn((value as Record<string | number, unknown>)[key], [...at, key])),
  ];
}

const json = fc.jsonValue({ maxDepth: 3 });
const templated = fc
  .constantFrom(
    "trigger",
    "trigger.data.object",
    "steps",
    "steps.a",
    "steps.who.output.item",
    "loop",
    "loop.item",
    "now",
    "x",
  )
  .chain((root) => fc.string({ maxLength: 6 }).map((end) => `{{ ${root}${end} }}`));

test("any change of any recipe is answered, the same way twice, without changing it", () => {
  const definitions = fc.constantFrom(...BAD_RECIPES.map(({ definition }) => definition));
  fc.assert(
    fc.property(definitions, fc.nat(), fc.oneof(json, templated), (definition, where, value) => {
      const places = pointersIn(definition);
      const changed = withValueAt(definition, places[where % places.length] ?? [], () => value);
      const before = JSON.stringify(changed);
      const found = check(changed);
      expect(check(changed)).toEqual(found);
      expect(JSON.stringify(changed)).toBe(before);
      for (const { message, fix, repair } of found) {
        expect([message, fix].every(Boolean)).toBe(true);
        if (repair) expect(check(applyRepair(changed, repair)).length).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 120 },
  );
});

test("a large recipe is read in a moment", () => {
  const [first] = BAD_RECIPES;
  const steps = Array.from({ length: 200 }, (_, index) => ({
    id: `s${index}`,
    kind: "action",
    action: "customerio.event.track",
    connection: "c",
    input: { identifier: "ada", name: "x", data: { a: `{{ steps.s${index - 1}.output.id }}` } },
  }));
  const started = performance.now();
  expect(check({ ...first?.definition, steps }).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("what a problem's path says, is found again", () => {
  const part = fc.oneof(
    fc.nat(20),
    fc.string(),
    fc.constantFrom("a.b", "[0]", '"', "\\", "__proto__", "", "é ñ", "\n"),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (pointer) => {
      expect(pointerOf(pointerText(pointer))).toEqual(pointer);
    }),
  );
});

test("any text is a path, and any repair an answer", () => {
  fc.assert(
    fc.property(fc.string(), json, json, (path, root, value) => {
      const before = JSON.stringify(root);
      valueAt(root, pointerOf(path));
      applyRepair(root, { label: "x", edits: [{ path, value }, { path }] });
      expect(JSON.stringify(root)).toBe(before);
    }),
  );
});

test("a repair takes a member out of its list, and a key out of its object", () => {
  const root = { list: [1, 2, 3], odd: { "a.b": 1, c: 2 } };
  const edits = [
    { path: "list[1]" },
    { path: 'odd["a.b"]' },
    { path: "odd.d", value: 4 },
    { path: "gone[3].x" },
  ];
  expect(applyRepair(root, { label: "x", edits })).toEqual({ list: [1, 3], odd: { c: 2, d: 4 } });
});
