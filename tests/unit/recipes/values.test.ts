import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "~/server/recipes/conditions";
import type { Condition } from "~/server/recipes/definition";
import { TemplateError } from "~/server/recipes/liquid";
import { templatePaths } from "~/server/recipes/template-paths";
import { resolve } from "~/server/recipes/values";

const SCOPE = {
  trigger: {
    amount: 4900,
    currency: "usd",
    name: "Ada",
    nothing: null,
    empty: "",
    list: [1, 2],
    object: { k: 1 },
    flag: false,
    "odd key": 3,
    created: 1_790_000_000,
    sneaky: "{{ now }}",
  },
  steps: { person: { output: { id: "p1" } } },
  now: "2026-09-21T14:13:20.000Z",
};
const one = (text: string) => resolve(text, SCOPE);

const CASES: [template: string, value: unknown][] = [
  ["plain", "plain"],
  ["{{ trigger.amount }}", 4900],
  ["{{trigger.flag}}", false],
  ["{{ trigger.nothing }}", null],
  ["{{ trigger.list }}", [1, 2]],
  ["{{ trigger.object }}", { k: 1 }],
  ["{{ trigger['odd key'] }}", 3],
  ["{{ steps.person.output.id }}", "p1"],
  ["{{ trigger.amount | plus: 1 }}", 4901],
  ["{{ trigger.amount }}!", "4900!"],
  ["{{ trigger.list }}!", "1, 2!"],
  ["{{ trigger.object }}!", '{"k":1}!'],
  ["{{ trigger.sneaky }}", "{{ now }}"],
  ["{% if trigger.amount > 1000 %}big{% else %}small{% endif %}", "big"],
  ["{{ trigger.zz | default: trigger.nothing | default: trigger.name }}", "Ada"],
  ["{{ trigger.amount | money: trigger.currency }}", "$49.00"],
  ["{{ trigger.amount | money: 'JPY' }}", "¥4,900"],
  ["{{ trigger.amount | money: 'kwd' | downcase }}", "kwd 4.900"],
  ["{{ trigger.amount | major_units: 'usd' }}", 49],
  ["{{ trigger.amount | major_units: 'isk' }}", 49],
  ["{{ trigger.created | unix_to_iso }}", "2026-09-21T14:13:20.000Z"],
  ["{{ now | iso_to_unix }}", 1_790_000_000],
  ["{{ trigger.created | date: '%Y-%m-%d %H' }}", "2026-09-21 14"],
];

const NOTHING = [
  "{{ trigger.zz }}",
  "{{ trigger.zz.deeper }}",
  "{{ trigger.zz | upcase }}",
  "{{ trigger.zz | append: 'x' }}",
  "Hi {{ trigger.zz }}",
  "Hi {{ trigger.nothing }}",
  "{{ trigger.constructor }}",
  "{{ trigger.__proto__ }}",
  "{{ trigger.amount | money: trigger.zz }}",
  "{{ trigger.name | unix_to_iso }}",
  "{{ 1 | divided_by: 0 }}",
  "{{ nil }}",
];

const BROKEN = [
  "{{ a",
  "{{ }}",
  "{% if %}",
  "{{ a | shout }}",
  "{% include 'x' %}",
  "{% render 'x' %}",
  "{% increment trigger %}",
  "{% for i in (1..100000000) %}x{% endfor %}",
  `{{ "${"x".repeat(30_000)}" }}`,
];

describe("resolve", () => {
  test.each(CASES)("%s", (template, value) => {
    expect(one(template)).toEqual({ value, missing: [], blank: value === null || value === "" ? [""] : [] });
  });

  test.each(NOTHING)("%s finds nothing, and says so", (template) => {
    expect(one(template)).toEqual({ value: undefined, missing: [""], blank: [] });
    expect(resolve({ a: { b: template, c: 1 } }, SCOPE)).toEqual({
      value: { a: { c: 1 } },
      missing: ["a.b"],
      blank: [],
    });
    expect(resolve({ l: [template, 1] }, SCOPE)).toEqual({ value: { l: [1] }, missing: ["l[0]"], blank: [] });
  });

  test.each(BROKEN)("%.40s is refused with its place", (template) => {
    const attempt = () => resolve({ input: [template] }, SCOPE);
    expect(attempt).toThrow(TemplateError);
    try {
      attempt();
    } catch (error) {
      expect((error as TemplateError).path).toBe("input[0]");
      expect((error as TemplateError).code).toBe("invalid_input");
    }
  });

  test("takes the fallback where nothing, null or an empty text was found", () => {
    const onMissing = {
      a: "none",
      "b.c": "{{ trigger.name }}",
      "l[0]": 5,
      d: null,
      e: "{{ trigger.zz }}",
      f: "unused",
    };
    const input = {
      a: "{{ trigger.nothing }}",
      b: { c: "{{ trigger.empty }}" },
      l: ["{{ trigger.zz }}"],
      d: "{{ trigger.zz }}",
      e: "{{ trigger.zz }}",
      f: "{{ trigger.flag }}",
    };
    expect(resolve(input, SCOPE, { onMissing })).toEqual({
      blank: [],
      value: { a: "none", b: { c: "Ada" }, l: [5], d: null, f: false },
      missing: ["e"],
    });
  });

  test("keeps hostile keys as data", () => {
    const { value } = resolve(JSON.parse('{"__proto__": {"polluted": "{{ trigger.amount }}"}}'), SCOPE);
    expect(Object.hasOwn(value as object, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("refuses what is nested too deep", () => {
    let deep: unknown = "x";
    for (let depth = 0; depth < 10_000; depth++) deep = [deep];
    expect(() => resolve(deep, SCOPE)).toThrow(TemplateError);
  });

  test("never throws untyped, never changes what it is given, and answers the same twice", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((inside) => `{{ ${inside} }}`),
      fc
        .constantFrom(
          "sort",
          "reverse",
          "push: 1",
          "pop",
          "shift",
          "concat: trigger.list",
          "map: 'k'",
          "uniq",
        )
        .map((filter) => `{{ trigger.list | ${filter} }}`),
      fc.constantFrom("{% assign trigger = 1 %}{{ trigger }}", "{% capture steps %}x{% endcapture %}"),
    );
    const run = (value: unknown, scope: typeof SCOPE) => {
      try {
        return resolve(value, scope);
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
        return "broken";
      }
    };
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(text, fc.jsonValue())),
        fc.jsonValue(),
        (input, extra) => {
          const scope = { ...SCOPE, trigger: { ...SCOPE.trigger, extra } };
          const before = JSON.stringify([input, scope]);
          const first = run(input, scope);
          expect(JSON.stringify([input, scope])).toBe(before);
          expect(run(input, scope)).toEqual(first);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("templatePaths", () => {
  test("lists what a value refers to, once each", () => {
    const value = {
      a: ["{{ trigger.data.items[0].price | default: steps.person.output.id }}"],
      b: "Hi {{ trigger.name }}{% if run.id == 1 %}!{% endif %} {{ trigger.name }}",
      c: "{{ steps[trigger.which].output }}",
    };
    expect(templatePaths(value).toSorted()).toEqual(
      [
        "trigger.data.items[0].price",
        "steps.person.output.id",
        "trigger.name",
        "run.id",
        "steps",
        "trigger.which",
      ].toSorted(),
    );
  });
});

describe("conditions", () => {
  const big = { left: "{{ trigger.amount }}", op: "gte", right: "1000" } as const;
  const named = { left: "{{ trigger.name }}", op: "eq", right: "{{ trigger.name }}" } as const;
  const gone = { left: "{{ trigger.zz }}", op: "neq", right: "x" } as const;
  const CONDITIONS: [condition: Condition, holds: boolean][] = [
    [big, true],
    [named, true],
    [gone, false],
    [{ not: gone }, true],
    [{ left: "{{ trigger.zz }}", op: "not_exists" }, true],
    [{ left: "{{ trigger.name }}", op: "eq", right: "{{ trigger.zz }}" }, false],
    [{ left: "{{ trigger.name }}", op: "in", right: ["Bob", "{{ trigger.name }}"] }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [big, gone] }, false],
    [{ any: [gone, { all: [big, { not: gone }] }] }, true],
  ];
  test.each(CONDITIONS)("%j is %s", (condition, holds) => {
    expect(evaluate(condition, SCOPE)).toBe(holds);
  });
});
