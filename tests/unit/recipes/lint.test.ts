import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lint } from "~/server/recipes/lint";

const CONNECTIONS = [
  { id: "s", app: "stripe", status: "connected" },
  { id: "c", app: "customerio", status: "connected" },
  { id: "f", app: "customerio", status: "failing" },
];
const check = (definition: unknown) => lint(definition, { connections: CONNECTIONS });

type Json = Record<string, unknown>;
const step = (id: string, over: Json = {}): Json => ({
  id,
  kind: "action",
  action: "customerio.event.track",
  connection: "c",
  input: { identifier: "{{ trigger.data.object.customer }}", name: "paid" },
  ...over,
});
const recipe = (
  steps: Json[],
  events: string[] = ["invoice.paid"],
  connection: string | null = "s",
): Json => ({
  version: 1,
  trigger: { type: "stripe.event", connection, config: { events } },
  steps,
});
const filter = (when: Json): Json => ({ id: "f", kind: "filter", when });
const branch = (over: Json): Json => ({
  id: "b",
  kind: "branch",
  paths: [
    { id: "big", when: { left: "{{ trigger.data.object.total }}", op: "gt", right: 5 }, steps: [step("x")] },
  ],
  ...over,
});
const said = (input: Json) => step("a", { input });

/** What is wrong with a definition, as `path: sentence`. */
const CASES: [name: string, definition: unknown, path: string, sentence: RegExp][] = [
  ["no object", 5, "", /expected object/],
  ["unknown field", { ...recipe([step("a")]), colour: 1 }, "colour", /no such field/],
  ["unknown step field", recipe([step("a", { colour: 1 })]), "steps[0].colour", /no such field/],
  ["bad step id", recipe([step("1-A")]), "steps[0].id", /short name/],
  ["no steps", recipe([]), "steps", /does nothing/],
  ["no events", recipe([step("a")], []), "trigger.config.events", /No event/],
  ["unknown event", recipe([step("a")], ["invoice.payed"]), "trigger.config.events[0]", /no event/],
  ["event twice", recipe([step("a")], ["invoice.paid", "invoice.paid"]), "trigger.config.events[1]", /twice/],
  ["no trigger connection", recipe([step("a")], ["invoice.paid"], null), "trigger.connection", /No Stripe/],
  ["no connection", recipe([step("a", { connection: null })]), "steps[0].connection", /No Customer.io/],
  ["foreign connection", recipe([step("a", { connection: "zz" })]), "steps[0].connection", /does not exist/],
  ["wrong app", recipe([step("a", { connection: "s" })]), "steps[0].connection", /not a Customer.io/],
  ["failing connection", recipe([step("a", { connection: "f" })]), "steps[0].connection", /last check/],
  ["unknown action", recipe([step("a", { action: "slack.post" })]), "steps[0].action", /slack.post/],
  ["required field", recipe([said({ name: "x" })]), "steps[0].input.identifier", /required/],
  ["blank required field", recipe([said({ name: "", identifier: "a" })]), "steps[0].input.name", /required/],
  [
    "unknown input",
    recipe([said({ name: "x", identifier: "a", nam: 1 })]),
    "steps[0].input.nam",
    /no such field/,
  ],
  [
    "bad literal",
    recipe([said({ name: "x", identifier: "a", timestamp: "soon" })]),
    "steps[0].input.timestamp",
    /time/,
  ],
  ["broken template", recipe([said({ name: "{{ a", identifier: "a" })]), "steps[0].input.name", /broken/],
  [
    "unknown filter",
    recipe([said({ name: "{{ now | shout }}", identifier: "a" })]),
    "steps[0].input.name",
    /shout/,
  ],
  [
    "unknown data",
    recipe([said({ name: "{{ event.id }}", identifier: "a" })]),
    "steps[0].input.name",
    /"event"/,
  ],
  [
    "unknown step",
    recipe([said({ name: "{{ steps.zz.output.id }}", identifier: "a" })]),
    "steps[0].input.name",
    /no step "zz"/,
  ],
  [
    "later step",
    recipe([said({ name: "{{ steps.later.output.id }}", identifier: "a" }), step("later")]),
    "steps[0].input.name",
    /comes later/,
  ],
  [
    "another arm",
    recipe([
      branch({ otherwise: [step("y", { input: { name: "{{ steps.x.output.id }}", identifier: "a" } })] }),
    ]),
    "steps[0].otherwise[0].input.name",
    /another path/,
  ],
  [
    "after the branch",
    recipe([branch({}), step("y", { input: { name: "{{ steps.x.output.id }}", identifier: "a" } })]),
    "steps[1].input.name",
    /another path/,
  ],
  [
    "output left out",
    recipe([step("x"), step("y", { input: { name: "{{ steps.x.id }}", identifier: "a" } })]),
    "steps[1].input.name",
    /has no "id"/,
  ],
  ["duplicate ids", recipe([step("x"), branch({})]), "steps[1].paths[0].steps[0].id", /called "x" too/],
  ["idle fallback", recipe([step("a", { onMissing: { nme: 1 } })]), "steps[0].onMissing.nme", /no input/],
  [
    "broken fallback",
    recipe([step("a", { onMissing: { name: "{{ a" } })]),
    "steps[0].onMissing.name",
    /broken/,
  ],
  [
    "operator mismatch",
    recipe([filter({ left: "{{ now }}", op: "gt", right: "many" })]),
    "steps[0].when.right",
    /number/,
  ],
  [
    "nothing to look at",
    recipe([filter({ left: "", op: "exists" })]),
    "steps[0].when.left",
    /nothing to look/,
  ],
  ["never changes", recipe([filter({ left: "a", op: "exists" })]), "steps[0].when.left", /never changes/],
  [
    "unknown operator",
    recipe([filter({ left: "a", op: "like", right: 1 })]),
    "steps[0].when.op",
    /Must be one of/,
  ],
  ["empty condition", recipe([filter({ any: [] })]), "steps[0].when", /never/],
  [
    "nested condition",
    recipe([filter({ all: [{ not: { left: "{{ trigger.x }}", op: "in", right: [] } }] })]),
    "steps[0].when.all[0].not.right",
    /list/,
  ],
  [
    "empty path",
    recipe([branch({ paths: [{ id: "p", when: { all: [] }, steps: [] }], otherwise: [step("x")] })]),
    "steps[0].paths[0].steps",
    /does nothing/,
  ],
  [
    "empty branch",
    recipe([branch({ paths: [{ id: "p", when: { all: [] }, steps: [] }] })]),
    "steps[0]",
    /any of its paths/,
  ],
  [
    "taken path id",
    recipe([branch({ paths: [{ id: "otherwise", when: { all: [] }, steps: [step("x")] }] })]),
    "steps[0].paths[0].id",
    /taken/,
  ],
  [
    "a check across fields, though a template stands in one",
    recipe([
      step("a", { action: "customerio.email.send", input: { to: "{{ now }}", send_at: "{{ now }}" } }),
    ]),
    "steps[0].input.transactional_message_id",
    /transactional message/,
  ],
];

describe("lint", () => {
  test.each(CASES)("%s", (_name, definition, path, sentence) => {
    const problems = check(definition);
    expect(problems.map((problem) => problem.path)).toContain(path);
    const found = problems.filter((problem) => problem.path === path);
    expect(found.map(({ message }) => message).join(" ")).toMatch(sentence);
    for (const { message, fix } of problems) {
      expect(message).not.toBe("");
      expect(fix).toMatch(/[.?]$/);
    }
  });

  test("suggests the event that was meant", () => {
    const [problem] = check(recipe([step("a")], ["invoice.payed"]));
    expect(problem?.fix).toContain("invoice.paid");
  });

  test("is silent about what is right, also where only a run can tell", () => {
    const input = {
      identifier: "{{ trigger.data.object.customer }}",
      email: "{{ trigger.data.object.email }}",
      created_at: "{{ trigger.created }}",
      attributes: "{{ trigger.data.object.metadata }}",
    };
    const steps = [
      step("person", { action: "customerio.person.upsert", input }),
      step("after", { input: { identifier: "{{ steps.person.output.identifier }}", name: "x" } }),
      filter({
        left: "{{ trigger.data.object.total }}",
        op: "gt",
        right: "{{ trigger.data.object.subtotal }}",
      }),
      branch({}),
    ];
    expect(check(recipe(steps))).toEqual([]);
  });

  test("answers any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(Array.isArray(check(value))).toBe(true);
      }),
    );
  });

  test("answers any steps, inputs and conditions", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    const text = fc.oneof(
      fc.string(),
      fc.string().map((inside) => `{{ ${inside} }}`),
    );
    const input = fc.dictionary(fc.string(), fc.oneof(json, text));
    const op = fc.constantFrom("eq", "gt", "in", "exists", "before", "contains");
    fc.assert(
      fc.property(input, input, json, op, (given, onMissing, right, operator) => {
        const before = JSON.stringify([given, onMissing, right]);
        const definition = recipe([
          step("a", { input: given, onMissing }),
          filter({ left: given, op: operator, right }),
        ]);
        expect(check(definition)).toEqual(check(definition));
        expect(JSON.stringify([given, onMissing, right])).toBe(before);
      }),
    );
  });

  test("refuses what is nested too deep instead of falling over it", () => {
    let when: Json = { left: "{{ now }}", op: "exists" };
    for (let depth = 0; depth < 50_000; depth++) when = { not: when };
    expect(check(recipe([filter(when)]))[0]?.message).toMatch(/deeper/);
  });
});

test("a word that the language does not have is answered with those it has, in plain words", () => {
  const [kind] = check(recipe([{ id: "f", kind: "filtr" }]));
  expect(kind?.message).toMatch(/^steps\[0\]\.kind: Must be one of action, lookup, http, .*branch\.$/);
  const [op] = check(recipe([filter({ left: "{{ trigger.type }}", op: "greater_than", right: 5 })]));
  expect(op?.message).toMatch(/^steps\[0\]\.when\.op: Must be one of exists, .*after\.$/);
});
