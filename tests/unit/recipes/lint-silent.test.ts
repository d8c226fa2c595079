import { expect, test } from "vitest";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { lint } from "~/server/recipes/lint";
import { ENVIRONMENT, field, recipe, track } from "~/tests/support/bad-recipes";

type Json = Record<string, unknown>;

const customer = { id: field("customer") };
const hasCustomer: Json = { id: "has", kind: "filter", when: { left: field("customer"), op: "exists" } };
const who = (over: Json): Json => ({
  id: "who",
  kind: "lookup",
  action: "stripe.customer.get",
  connection: "s",
  input: customer,
  ...over,
});
const http = (over: Json = {}): Json => ({ id: "call", kind: "http", url: "https://example.com/x", ...over });
const update = (over: Json = {}): Json => ({
  id: "mark",
  kind: "action",
  action: "stripe.customer.update",
  connection: "s",
  input: { id: field("id"), metadata: { seen: "yes" } },
  ...over,
});
const once: Json = { id: "once", kind: "dedupe", key: field("id"), window: "P1D" };

/** What is right, though it looks like something that is wrong. */
test.each<[name: string, steps: Json[], events?: string[]]>([
  [
    "a look-up knows itself in its paths",
    [hasCustomer, who({ found: [track("a", { x: "{{ steps.who.output.item.email }}" })] })],
  ],
  [
    "a look-up's item may have more than is declared",
    [hasCustomer, who({}), track("a", { x: "{{ steps.who.output.item.phone }}" })],
  ],
  [
    "the error of what failed, in its fallback",
    [track("t", {}, { onError: { goto: [track("u", { x: "{{ steps.t.error.message }}" })] } })],
  ],
  [
    "the error of what was passed over, after it",
    [track("t", {}, { onError: "continue" }), track("u", { x: "{{ steps.t.error.code }}" })],
  ],
  [
    "an item of a list of the event",
    [
      {
        id: "each",
        kind: "loop",
        over: field("lines.data"),
        steps: [track("a", { x: "{{ loop.item.amount }}", n: "{{ loop.number }}" })],
      },
    ],
  ],
  [
    "what each item's step gave, collected",
    [
      { id: "each", kind: "loop", over: "a, b", steps: [track("a")], collect: "{{ steps.a.output.id }}" },
      track("b", { all: "{{ steps.each.output.items }}" }),
    ],
  ],
  [
    "a step of the loop, in the loop's fallback",
    [
      {
        id: "each",
        kind: "loop",
        over: "a, b",
        steps: [track("a")],
        onError: { goto: [track("b", { x: "{{ loop.item }} {{ steps.a.error.message }}" })] },
      },
    ],
  ],
  [
    "an answer's body can be anything",
    [http(), track("a", { x: "{{ steps.call.output.body.data[0].id }}" })],
  ],
  ["an address that data completes", [http({ url: `https://example.com/orders/${field("id")}` })]],
  ["an address out of data", [http({ url: field("id") })]],
  [
    "code that returns inside a block, with await",
    [
      {
        id: "sum",
        kind: "code",
        source: "for (const x of input.list) { if (x) return await x; }",
        input: {},
      },
      track("a", { x: "{{ steps.sum.output.y }}" }),
    ],
  ],
  [
    "an exact amount, which Stripe writes as a text",
    [
      {
        id: "f",
        kind: "filter",
        when: { left: field("lines.data[0].pricing.unit_amount_decimal"), op: "gt", right: 5 },
      },
      track("a"),
    ],
  ],
  [
    "people's own data may say a number",
    [{ id: "f", kind: "filter", when: { left: field("metadata.seats"), op: "gt", right: 5 } }, track("a")],
  ],
  ["a time as a text", [track("a", {}, { input: { identifier: field("created"), name: "x" } })]],
  ["a circle that a gate for the object ends", [once, update()], ["customer.updated"]],
  ["a circle through another account", [update({ connection: "other" })], ["customer.updated"]],
  ["another event of the same object", [update()], ["customer.created"]],
  [
    "the id of the right object",
    [{ ...update(), action: "stripe.invoice.send", input: { id: field("id") } }],
    ["invoice.finalized"],
  ],
  ["a look-up that only decides", [hasCustomer, who({ none: [{ id: "end", kind: "stop" }] }), track("a")]],
  [
    "a step that is referred to by a name from data",
    [
      { ...update({ id: "g" }), action: "stripe.customer.get", input: customer },
      track("a", { x: "{{ steps[trigger.type].output }}" }),
    ],
    ["charge.succeeded"],
  ],
])("%s", async (_name, steps, events = ["invoice.paid"]) => {
  const fields = await loadFieldTable(events);
  const other = { id: "other", app: "stripe", status: "connected", mode: "live" };
  const connections = [...ENVIRONMENT.connections, other];
  const found = lint(recipe(steps, events), { ...ENVIRONMENT, connections, fields });
  // A charge's customer may be missing; that is another matter.
  expect(found.filter(({ message }) => !message.includes("can be missing"))).toEqual([]);
});

test("a gate for the event itself never closes", async () => {
  const fields = await loadFieldTable(["customer.updated"]);
  const open = { ...once, key: "{{ trigger.id }}" };
  const found = lint(recipe([open, update()], ["customer.updated"]), { ...ENVIRONMENT, fields });
  expect(found).toMatchObject([{ severity: "error", path: "steps[1].action" }]);
});

test("this machine may be called where the server says so", () => {
  const definition = recipe([http({ url: "http://127.0.0.1:8080/x" })]);
  expect(lint(definition, ENVIRONMENT)).toHaveLength(1);
  expect(lint(definition, { ...ENVIRONMENT, allowLoopback: true })).toEqual([]);
});
