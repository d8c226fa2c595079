import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueAtPath } from "~/server/recipes/data-path";
import { Definition, type Step } from "~/server/recipes/definition";
import { diffDefinitions } from "~/server/recipes/diff/diff";
import { allSteps } from "~/server/recipes/step-tree";

const mail = {
  id: "mail",
  kind: "action",
  action: "customerio.email.send",
  connection: "c1",
  input: { to: "{{ trigger.data.object.email }}", attributes: { plan: "free" } },
};
const when = { left: "{{ trigger.data.object.amount }}", op: "gte", right: 100 };
const vip = {
  id: "vip",
  kind: "branch",
  paths: [{ id: "big", name: "Big", when, steps: [mail] }],
  otherwise: [{ id: "end", kind: "stop" }],
};
const recipe = (steps: object[], events = ["customer.created"]) => ({
  version: 1,
  trigger: { type: "stripe.event", connection: "c1", config: { events } },
  steps,
});
const sentences = (before: unknown, after: unknown) =>
  diffDefinitions(before, after, { c1: "Stripe test", c2: "Stripe live" }).map(({ sentence }) => sentence);

describe("says what changed in words", () => {
  test.each<[string, object, object, string[]]>([
    [
      "a value inside an input",
      recipe([mail]),
      recipe([{ ...mail, input: { ...mail.input, attributes: { plan: "pro" } } }]),
      ['Step "mail": input.attributes.plan changed from “free” to “pro”.'],
    ],
    [
      "a connection by its name",
      recipe([mail]),
      recipe([{ ...mail, connection: "c2" }]),
      ['Step "mail": connection changed from Stripe test to Stripe live.'],
    ],
    [
      "what starts it",
      recipe([mail]),
      recipe([mail], ["customer.created", "invoice.paid"]),
      ["Trigger events changed from customer.created to customer.created, invoice.paid."],
    ],
    [
      "a condition, as cards tell it",
      recipe([vip]),
      recipe([{ ...vip, paths: [{ ...vip.paths[0], when: { ...when, right: 500 } }] }]),
      [
        'Step "vip": path "Big" when changed from data.object.amount is at least 100 to data.object.amount is at least 500.',
      ],
    ],
    [
      "a step that came and one that went",
      recipe([mail]),
      recipe([{ id: "wait", kind: "delay", for: "P1D", name: "Sleep on it" }]),
      ['Step "mail" (Send transactional e-mail) was removed.', 'Step "Sleep on it" (wait 1 day) was added.'],
    ],
    [
      "a filter that came, with its condition",
      recipe([]),
      recipe([{ id: "only", kind: "filter", when }]),
      ['Step "only" (filter: data.object.amount is at least 100) was added.'],
    ],
    [
      "a step that moved into a branch, and nothing about those that made room",
      recipe([mail, { id: "a", kind: "stop" }, { ...vip, paths: [{ ...vip.paths[0], steps: [] }] }]),
      recipe([{ id: "a", kind: "stop" }, vip]),
      ['Step "mail" was moved inside "vip".'],
    ],
    [
      "a branch that came, with what is in it",
      recipe([]),
      recipe([vip]),
      [
        'Step "vip" (branch) was added.',
        'Step "mail" (Send transactional e-mail) was added inside "vip".',
        'Step "end" (stop) was added inside "vip".',
      ],
    ],
    [
      "a path of a branch",
      recipe([vip]),
      recipe([{ ...vip, paths: [{ id: "tiny", when, steps: [] }, ...vip.paths] }]),
      ['Step "vip": path "tiny" was added.'],
    ],
    [
      "an error policy that became a fallback",
      recipe([mail]),
      recipe([{ ...mail, onError: { goto: [{ id: "end", kind: "stop" }] } }]),
      [
        'Step "end" (stop) was added inside "mail".',
        'Step "mail": onError changed from “fail” to {"goto":[]}.',
      ],
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(sentences(before, after)).toEqual(expected);
  });

  test("what is only written out, or in another order of keys, is no change", () => {
    const { connection, ...rest } = mail;
    expect(sentences(recipe([mail]), recipe([{ connection, ...rest, onError: "fail" }]))).toEqual([]);
  });

  test("of several steps in a new order, the fewest moved", () => {
    const step = (id: string) => ({ id, kind: "stop" });
    const [before, after] = [
      ["a", "b", "c", "d"],
      ["d", "a", "b", "c"],
    ].map((ids) => recipe(ids.map(step)));
    expect(sentences(before, after)).toEqual(['Step "d" was moved among the recipe\'s own steps.']);
  });
});

const name = fc.constantFrom("to", "plan", "email", "amount");
const value = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.boolean(), fc.array(fc.integer()));
const condition = fc.record({
  left: fc.constantFrom("{{ trigger.id }}", "{{ trigger.type }}"),
  op: fc.constant("eq"),
  right: value,
});
/** Steps without ids: `numbered` gives each a unique one. */
const { steps } = fc.letrec<{ steps: object[]; step: object }>((tie) => ({
  steps: fc.array(tie("step"), { maxLength: 3 }),
  step: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant("action"), action: fc.string(), input: fc.dictionary(name, value) }),
    fc.record({ kind: fc.constant("filter"), when: condition }),
    fc.record({ kind: fc.constant("loop"), over: value, steps: tie("steps") }),
    fc.record({
      kind: fc.constant("branch"),
      paths: fc.tuple(fc.record({ id: fc.constant("one"), when: condition, steps: tie("steps") })),
      otherwise: tie("steps"),
    }),
  ),
}));

function numbered(list: object[]): object[] {
  let count = 0;
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== "object" || node === null) return node;
    const inside = Object.fromEntries(Object.entries(node).map(([key, child]) => [key, visit(child)]));
    return "kind" in node ? { id: `s${++count}`, ...inside } : inside;
  };
  return visit(list) as object[];
}
const definitions = steps.map((list) => Definition.parse(recipe(numbered(list))));

/** Definitions are large: so many are enough to find what is wrong, and quick. */
const FEW = { numRuns: 50 };

test("nothing differs from itself, whatever JSON it is", () => {
  fc.assert(
    fc.property(fc.oneof(definitions, fc.jsonValue()), (one) => {
      expect(diffDefinitions(one, structuredClone(one))).toEqual([]);
    }),
    FEW,
  );
});

test("any two JSON values that say something else differ", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.oneof(definitions, fc.jsonValue()), (one, other) => {
      fc.pre(!isDeepStrictEqual(one, other));
      expect(diffDefinitions(one, other)).not.toEqual([]);
    }),
    FEW,
  );
});

test("every change names a place that is there in one of the two", () => {
  fc.assert(
    fc.property(definitions, definitions, (one, other) => {
      for (const { path, kind } of diffDefinitions(one, other))
        expect(valueAtPath(kind === "removed" ? one : other, path), path).not.toBeUndefined();
    }),
    FEW,
  );
});

const edits: Record<string, (step: Step, list: Step[]) => unknown> = {
  renamed: (step) => Object.assign(step, { name: `${step.name ?? ""}!` }),
  "given another id": (step) => Object.assign(step, { id: "other" }),
  "taken out": (step, list) => list.splice(list.indexOf(step), 1),
  "put first": (step, list) => list.indexOf(step) > 0 && list.unshift(...list.splice(list.indexOf(step), 1)),
  "followed by another": (step, list) =>
    list.splice(list.indexOf(step), 0, { id: "new", kind: "stop", status: "failed" }),
};

test("whatever is done to a step makes a difference", () => {
  fc.assert(
    fc.property(definitions, fc.nat(), fc.constantFrom(...Object.keys(edits)), (before, pick, edit) => {
      const after = structuredClone(before);
      const placed = allSteps(after.steps);
      const chosen = placed[pick % Math.max(1, placed.length)];
      fc.pre(chosen !== undefined);
      const list = valueAtPath(after, chosen?.pointer.slice(0, -1).join(".") ?? "") as Step[];
      fc.pre(chosen !== undefined && edits[edit]?.(chosen.step, list) !== false);
      expect(diffDefinitions(before, after), edit).not.toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test("any depth is an answer", () => {
  const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
  expect(diffDefinitions(recipe([]), deep)).toMatchObject([{ what: "definition" }]);
});
