import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { lint } from "~/server/recipes/lint";

type Json = Record<string, unknown>;
const CONNECTIONS = [
  { id: "s", app: "stripe", status: "connected" },
  { id: "c", app: "customerio", status: "connected" },
];

const track = (input: Json, over: Json = {}): Json => ({
  id: "track",
  kind: "action",
  action: "customerio.event.track",
  connection: "c",
  input: { identifier: "ada", name: "paid", ...input },
  ...over,
});
const recipe = (events: string[], steps: Json[]) => ({
  version: 1,
  trigger: { type: "stripe.event", connection: "s", config: { events } },
  steps,
});

async function check(events: string[], steps: Json[]) {
  const fields = await loadFieldTable(events);
  return lint(recipe(events, steps), { connections: CONNECTIONS, fields });
}
const field = (at: string) => `{{ trigger.${at} }}`;

describe("a field that the event does not have", () => {
  test.each([
    ["misspelled", "data.object.custmer", /no field/, "trigger.data.object.customer"],
    [
      "moved",
      "data.object.subscription",
      /no field/,
      "trigger.data.object.parent.subscription_details.subscription",
    ],
    ["elsewhere", "data.object.amount", /no field/, "trigger.data.object.lines.data[0].amount"],
    ["inside an id", "data.object.customer.email", /only an id/, "trigger.data.object.customer_email"],
    ["the end of a name", "email", /no field/, "trigger.data.object.customer_email"],
    ["a list's data left out", "data.object.lines[0].period.end", /no field/, "lines.data[0].period.end"],
    ["like nothing", "data.object.nonsense", /no field/, "from the list"],
  ])("%s", async (_, at, message, fix) => {
    const [found, ...others] = await check(["invoice.paid"], [track({ data: { plan: field(at) } })]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: "warning", path: "steps[0].input.data.plan" });
    expect(found?.message).toMatch(message);
    expect(found?.fix).toContain(fix);
  });

  test("is found in conditions and fallbacks too", async () => {
    const filter = { id: "f", kind: "filter", when: { left: field("data.object.totl"), op: "gt", right: 5 } };
    const step = track(
      { data: { a: field("data.object.number") } },
      { onMissing: { "data.a": field("data.object.x") } },
    );
    const found = await check(["invoice.paid"], [filter, step]);
    expect(found.map((problem) => problem.path)).toEqual([
      "steps[0].when.left",
      `steps[1].onMissing["data.a"]`,
    ]);
  });

  test.each([
    ["a key of one's own", ["invoice.paid"], "data.object.metadata.plan"],
    ["the first of a list", ["invoice.paid"], "data.object.lines.data.first.period.end"],
    ["a length", ["invoice.paid"], "data.object.discounts.size"],
    ["what it was before", ["customer.updated"], "data.previous_attributes.email"],
    ["the event itself", ["customer.updated"], "created"],
    ["every event", ["*"], "data.object.anything"],
    ["an event of another version", ["invoice.gone"], "data.object.anything"],
  ])("is not %s", async (_, events, at) => {
    const found = await check(events, [track({ data: { x: field(at) } })]);
    expect(found.filter((problem) => problem.path.startsWith("steps"))).toEqual([]);
  });
});

test("a list that an event never holds is to be looked up", async () => {
  const step = track({ data: { x: field("data.object.line_items.data[0].price.id") } });
  const [found] = await check(["checkout.session.completed"], [step]);
  expect(found?.message).toMatch(/does not send data.object.line_items/);
  expect(found?.fix).toMatch(/^Look it up/);
});

describe("several events", () => {
  const events = ["invoice.paid", "charge.succeeded"];

  test("a field that some of them lack", async () => {
    const found = await check(events, [track({ data: { x: field("data.object.customer_email") } })]);
    expect(found).toMatchObject([{ severity: "warning", path: "steps[0].input.data.x" }]);
    expect(found[0]?.message).toContain("not in charge.succeeded");
  });

  test("is fine with a fallback, or in a condition", async () => {
    const guarded = track(
      { data: { x: field("data.object.customer_email") } },
      { onMissing: { "data.x": "?" } },
    );
    const when = { left: field("data.object.customer_email"), op: "exists" };
    expect(await check(events, [guarded, { id: "f", kind: "filter", when }])).toEqual([]);
  });

  test("a field that none of them has", async () => {
    const found = await check(events, [track({ data: { x: field("data.object.nonsense") } })]);
    expect(found[0]?.message).toContain("Each of these events has no field");
  });
});

describe("a field that can be missing", () => {
  const email = field("data.object.email");
  const type = ["customer.created"];
  const filter = (when: Json): Json => ({ id: "f", kind: "filter", when });

  test("in a required input", async () => {
    const found = await check(type, [track({ identifier: email })]);
    expect(found).toMatchObject([{ severity: "warning", path: "steps[0].input.identifier" }]);
    expect(found[0]?.message).toContain("can be missing");
    expect(found[0]?.fix).toContain("fallback");
  });

  test.each<[string, Json[]]>([
    ["in an optional one", [track({ data: { email } })]],
    ["with a fallback", [track({ identifier: email }, { onMissing: { identifier: "nobody" } })]],
    ["with Liquid's default", [track({ identifier: "{{ trigger.data.object.email | default: 'nobody' }}" })]],
    ["behind a filter", [filter({ left: email, op: "exists" }), track({ identifier: email })]],
    [
      "in a branch that asks for it",
      [
        {
          id: "b",
          kind: "branch",
          paths: [
            {
              id: "p",
              when: { all: [{ left: email, op: "contains", right: "@" }] },
              steps: [track({ identifier: email })],
            },
          ],
        },
      ],
    ],
    ["always there", [track({ identifier: field("data.object.id") })]],
  ])("is fine %s", async (_, steps) => {
    expect(await check(type, steps)).toEqual([]);
  });

  test("is not assured by a filter that lets nothing pass as well", async () => {
    const found = await check(type, [
      filter({ left: email, op: "neq", right: "a@b.c" }),
      track({ identifier: email }),
    ]);
    expect(found.map((problem) => problem.path)).toEqual(["steps[1].input.identifier"]);
  });
});

describe("a word that Stripe never says", () => {
  const when = (right: unknown, op = "eq") => [
    { id: "f", kind: "filter", when: { left: field("data.object.status"), op, right } },
    track({}),
  ];
  test("is a warning with the word that was meant", async () => {
    const found = await check(["customer.subscription.updated"], when("cancelled"));
    expect(found).toMatchObject([{ path: "steps[0].when.right", fix: "Did you mean canceled?" }]);
    expect(await check(["customer.subscription.updated"], when("active, passed_due", "in"))).toHaveLength(1);
  });
  test("is not one that it says, nor one that a template finds", async () => {
    expect(await check(["customer.subscription.updated"], when("past_due"))).toEqual([]);
    expect(await check(["customer.subscription.updated"], when(["active", "unpaid"], "in"))).toEqual([]);
    expect(await check(["customer.subscription.updated"], when(field("data.object.status")))).toEqual([]);
  });
});

test("any path is answered", async () => {
  const fields = await loadFieldTable(["invoice.paid"]);
  const part = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.nat(5),
    fc.constantFrom("data", "object", "lines", "metadata", "first", "__proto__", "constructor"),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
      const at = fields.at("invoice.paid", parts);
      expect(at === null || typeof at.nullable === "boolean").toBe(true);
      const access = parts.map((one) => `[${JSON.stringify(one)}]`).join("");
      lint(recipe(["invoice.paid"], [track({ name: `{{ trigger${access} }}` })]), {
        connections: [],
        fields,
      });
    }),
    { numRuns: 300 },
  );
});
