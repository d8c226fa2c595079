import type { LintEnvironment } from "~/server/recipes/lint";

type Json = Record<string, unknown>;

export interface BadRecipe {
  name: string;
  definition: Json;
  path: string;
  says: RegExp;
  severity: "error" | "warning";
  /** What the repair's button says; undefined where a person has to decide. */
  repair?: RegExp;
}

/** The connections `s` (Stripe, live), `t` (Stripe, test), `c` (Customer.io) and `e` (ended), the channel `team`. */
export const ENVIRONMENT: Omit<LintEnvironment, "fields"> = {
  connections: [
    { id: "s", app: "stripe", name: "Shop", status: "connected", mode: "live" },
    { id: "t", app: "stripe", name: "Shop (test)", status: "failing", mode: "test" },
    { id: "e", app: "stripe", name: "Old shop", status: "failing", mode: "live", isEnded: true },
    { id: "c", app: "customerio", name: "Mail", status: "connected", canReport: true },
  ],
  channels: [{ id: "team", name: "The team" }],
  recipeId: "0198f0a2-0000-4000-8000-000000000002",
};

export const field = (at: string) => `{{ trigger.data.object.${at} }}`;

export const recipe = (steps: Json[], events = ["invoice.paid"], connection: string | null = "s"): Json => ({
  version: 1,
  trigger: { type: "stripe.event", connection, config: { events } },
  steps,
});

const action = (id: string, name: string, input: Json, over: Json = {}): Json => ({
  id,
  kind: "action",
  action: name,
  connection: name.startsWith("stripe") ? "s" : "c",
  input,
  ...over,
});
export const track = (id: string, data: Json = {}, over: Json = {}): Json =>
  action(id, "customerio.event.track", { identifier: "ada", name: "paid", data }, over);
const get = (id: string, over: Json = {}) =>
  action(id, "stripe.customer.get", { id: field("customer") }, over);
const lookup = (over: Json = {}): Json => ({
  id: "who",
  kind: "lookup",
  action: "stripe.customer.list",
  connection: "s",
  input: { email: field("customer_email") },
  many: "first",
  found: [track("a")],
  ...over,
});
const http = (over: Json = {}): Json => ({
  id: "call",
  kind: "http",
  method: "POST",
  url: "https://example.com/x",
  ...over,
});
const code = (source: string): Json => ({ id: "sum", kind: "code", source, input: {} });
const notify = (over: Json = {}): Json => ({
  id: "tell",
  kind: "notify",
  channel: "team",
  message: "Paid.",
  ...over,
});
const loop = (over: Json = {}): Json => ({
  id: "each",
  kind: "loop",
  over: field("lines.data"),
  steps: [track("a")],
  ...over,
});
const filter = (left: string, op: string, right?: unknown): Json => ({
  id: "f",
  kind: "filter",
  when: { left, op, right },
});
const branch = (paths: Json[], otherwise?: Json[]): Json => ({
  id: "b",
  kind: "branch",
  paths,
  ...(otherwise ? { otherwise } : {}),
});
const always = { all: [] };
const isPaid = { left: field("status"), op: "eq", right: "paid" };
const stop = { id: "end", kind: "stop" };
const last = track("last");

const bad = (
  name: string,
  definition: Json,
  path: string,
  says: RegExp,
  severity: BadRecipe["severity"] = "error",
  repair?: RegExp,
): BadRecipe => ({ name, definition, path, says, severity, ...(repair ? { repair } : {}) });
const use = (text: string, before: Json[] = []) => recipe([...before, track("z", { x: text })]);
const called = (steps: Json[]): Json => ({ version: 1, trigger: { type: "recipe.call", config: {} }, steps });
const reported = (steps: Json[], events = ["email_sent"]): Json => ({
  version: 1,
  trigger: { type: "customerio.reporting", connection: "c", config: { events } },
  steps,
});

/** One recipe for each thing that lint finds. */
export const BAD_RECIPES: readonly BadRecipe[] = [
  // Unknown data.
  bad("unknown field", use(field("custmer")), "steps[0].input.data.x", /no field/, "warning", /customer/),
  bad(
    "unknown field inside a text",
    use(`Hi ${field("custmer")}!`),
    "steps[0].input.data.x",
    /no field/,
    "warning",
    /customer/,
  ),
  bad(
    "unknown key of an input",
    recipe([action("a", "customerio.event.track", { identifer: "x", name: "y" })]),
    "steps[0].input.identifer",
    /no such field/,
    "error",
    /Rename it to identifier/,
  ),
  bad(
    "unknown key without a near one",
    recipe([action("a", "customerio.event.track", { identifier: "x", name: "y", "a b": 1 })]),
    `steps[0].input["a b"]`,
    /no such field/,
    "error",
    /Remove it/,
  ),
  bad(
    "unknown event",
    recipe([last], ["invoice.payed"]),
    "trigger.config.events[0]",
    /no event/,
    "warning",
    /invoice.paid/,
  ),
  bad(
    "event twice",
    recipe([last], ["invoice.paid", "invoice.paid"]),
    "trigger.config.events[1]",
    /twice/,
    "warning",
    /Remove/,
  ),
  bad(
    "misspelled step",
    use("{{ steps.custmer.output.id }}", [get("customer")]),
    "steps[1].input.data.x",
    /no step/,
    "error",
    /steps.customer/,
  ),
  bad(
    "output left out",
    use("{{ steps.who2.email }}", [get("who2")]),
    "steps[1].input.data.x",
    /has no "email"/,
    "error",
    /output/,
  ),
  bad(
    "unknown output of a look-up",
    use("{{ steps.who.output.itm.email }}", [lookup()]),
    "steps[1].input.data.x",
    /has no itm/,
    "warning",
    /output.item/,
  ),
  bad(
    "unknown output of a loop",
    use("{{ steps.each.output.suceeded }}", [loop()]),
    "steps[1].input.data.x",
    /has no suceeded/,
    "warning",
    /succeeded/,
  ),
  bad(
    "unknown output of a request",
    use("{{ steps.call.output.stats }}", [http()]),
    "steps[1].input.data.x",
    /has no stats/,
    "warning",
    /status/,
  ),
  bad(
    "unknown output of an action",
    use("{{ steps.t.output.nme }}", [track("t")]),
    "steps[1].input.data.x",
    /has no nme/,
    "warning",
    /name/,
  ),
  bad(
    "an error that is never there",
    use("{{ steps.t.error.message }}", [track("t")]),
    "steps[1].input.data.x",
    /never has an error/,
    "warning",
  ),
  bad(
    "a part that no error has",
    use("{{ steps.t.error.text }}", [track("t", {}, { onError: "continue" })]),
    "steps[1].input.data.x",
    /error has no "text"/,
    "warning",
    /error.message/,
  ),
  bad(
    "the output of what failed",
    recipe([track("t", {}, { onError: { goto: [track("u", { x: "{{ steps.t.output.id }}" })] } })]),
    "steps[0].onError.goto[0].input.data.x",
    /has failed here/,
  ),
  bad(
    "loop outside a loop",
    use("{{ loop.item.id }}"),
    "steps[0].input.data.x",
    /Only the steps inside a loop/,
  ),
  bad(
    "a part that no loop has",
    recipe([loop({ steps: [track("a", { x: "{{ loop.itm.id }}" })] })]),
    "steps[0].steps[0].input.data.x",
    /loop has no "itm"/,
    "error",
    /loop.item/,
  ),
  bad(
    "a loop's inner step, outside",
    use("{{ steps.a.output.id }}", [loop()]),
    "steps[1].input.data.x",
    /runs only in another path/,
  ),
  bad(
    "idle fallback",
    recipe([track("a", {}, { onMissing: { "data.y": 1 } })]),
    `steps[0].onMissing["data.y"]`,
    /no input/,
    "warning",
    /Remove/,
  ),
  // Types.
  bad(
    "text for a time",
    recipe([
      action("a", "customerio.event.track", { identifier: "x", name: "y", timestamp: field("number") }),
    ]),
    "steps[0].input.timestamp",
    /is a text/,
    "warning",
  ),
  bad(
    "a list for a text",
    recipe([action("a", "customerio.event.track", { identifier: field("lines.data"), name: "y" })]),
    "steps[0].input.identifier",
    /is a list/,
    "warning",
  ),
  bad(
    "an output of the wrong kind",
    recipe([
      lookup(),
      action("a", "customerio.event.track", { identifier: "{{ steps.who.output.items }}", name: "y" }),
    ]),
    "steps[1].input.identifier",
    /is a list/,
    "warning",
  ),
  bad(
    "a number's comparison of a text",
    recipe([filter(field("customer_name"), "gt", 5), last]),
    "steps[0].when.left",
    /is a text/,
    "warning",
  ),
  bad(
    "a date's comparison of a switch",
    recipe([filter(field("livemode"), "before", "2026-01-01"), last]),
    "steps[0].when.left",
    /true or false/,
    "warning",
  ),
  bad(
    "a word that Stripe never says",
    recipe([filter(field("collection_method"), "in", "send_invoice, charge_automatic"), last]),
    "steps[0].when.right",
    /never says/,
    "warning",
    /charge_automatically/,
  ),
  bad(
    "an empty text",
    recipe([filter(field("number"), "neq", ""), last]),
    "steps[0].when.right",
    /empty text/,
    "warning",
    /has a value/,
  ),
  // Nullable.
  bad(
    "nullable and required",
    recipe([action("a", "customerio.event.track", { identifier: field("customer_email"), name: "y" })]),
    "steps[0].input.identifier",
    /can be missing/,
    "warning",
    /Only go on/,
  ),
  bad(
    "nullable inside a text",
    recipe([
      action("a", "customerio.event.track", { identifier: `mail-${field("customer_email")}`, name: "y" }),
    ]),
    "steps[0].input.identifier",
    /can be missing/,
    "warning",
    /unknown/,
  ),
  bad(
    "not in every event",
    recipe([track("a", { x: field("customer_email") })], ["invoice.paid", "charge.succeeded"]),
    "steps[0].input.data.x",
    /not in charge.succeeded/,
    "warning",
    /unknown/,
  ),
  bad(
    "nullable in a message",
    recipe([notify({ message: `Paid by ${field("customer_name")}` })]),
    "steps[0].message",
    /can be missing/,
    "warning",
    /unknown/,
  ),
  bad(
    "nullable as an address",
    recipe([http({ url: field("hosted_invoice_url") })]),
    "steps[0].url",
    /can be missing/,
    "warning",
    /Only go on/,
  ),
  bad(
    "nullable in a look-up",
    recipe([lookup({ action: "stripe.customer.get", input: { id: field("customer") } })]),
    "steps[0].input.id",
    /can be missing/,
    "warning",
    /Only go on/,
  ),
  // Reach.
  bad(
    "after a stop",
    recipe([last, stop, track("a"), track("b")]),
    "steps[2]",
    /No run comes/,
    "warning",
    /those after it/,
  ),
  bad(
    "after a branch that always stops",
    recipe([branch([{ id: "p", when: isPaid, steps: [stop] }], [{ id: "end2", kind: "stop" }]), last]),
    "steps[1]",
    /each way/,
    "warning",
    /Remove this step/,
  ),
  bad(
    "after a path that always holds",
    recipe([
      branch([
        { id: "p", when: always, steps: [last] },
        { id: "q", when: isPaid, steps: [track("a")] },
      ]),
    ]),
    "steps[0].paths[1]",
    /always holds/,
    "warning",
    /Remove this path/,
  ),
  bad(
    "a path that asks the same",
    recipe([
      branch([
        { id: "p", when: isPaid, steps: [last] },
        { id: "q", when: isPaid, steps: [track("a")] },
      ]),
    ]),
    "steps[0].paths[1]",
    /asks the same/,
    "warning",
    /Remove this path/,
  ),
  bad(
    "otherwise, after always",
    recipe([branch([{ id: "p", when: always, steps: [last] }], [track("a")])]),
    "steps[0].otherwise",
    /otherwise/,
    "warning",
    /Remove “otherwise”/,
  ),
  bad(
    "a state that the event never has",
    recipe([filter(field("status"), "eq", "open"), last]),
    "steps[0].when.right",
    /never says/,
    "warning",
  ),
  bad(
    "a filter that contradicts itself",
    recipe([
      {
        id: "f",
        kind: "filter",
        when: {
          all: [
            { left: field("currency"), op: "eq", right: "usd" },
            { left: field("currency"), op: "eq", right: "eur" },
          ],
        },
      },
      last,
    ]),
    "steps[0].when",
    /can ever pass/,
    "warning",
  ),
  bad(
    "taken path id",
    recipe([branch([{ id: "otherwise", when: isPaid, steps: [last] }])]),
    "steps[0].paths[0].id",
    /taken/,
    "error",
    /otherwise_2/,
  ),
  bad("two steps of one name", recipe([track("a"), track("a")]), "steps[1].id", /too/, "error", /a_2/),
  // Use.
  bad("an unused action", recipe([get("g"), last]), "steps[0]", /Nothing uses/, "warning", /Remove/),
  bad(
    "an unused look-up",
    recipe([lookup({ found: undefined }), last]),
    "steps[0]",
    /Nothing uses/,
    "warning",
    /Remove/,
  ),
  bad("unused code", recipe([code("return 1"), last]), "steps[0]", /this code returns/, "warning", /Remove/),
  bad("the only step, unused", recipe([get("g")]), "steps[0]", /Nothing uses/, "warning"),
  // Connections.
  bad(
    "no connection",
    recipe([track("a", {}, { connection: null })]),
    "steps[0].connection",
    /No Customer.io/,
    "error",
    /“Mail”/,
  ),
  bad(
    "no trigger connection",
    recipe([last], ["invoice.paid"], null),
    "trigger.connection",
    /No Stripe/,
    "error",
    /“Shop”/,
  ),
  bad(
    "a connection that is gone",
    recipe([get("g", { connection: "gone" })]),
    "steps[0].connection",
    /does not exist/,
    "error",
    /“Shop”/,
  ),
  bad(
    "a connection of another app",
    recipe([track("a", {}, { connection: "s" })]),
    "steps[0].connection",
    /not a Customer.io/,
    "error",
    /“Mail”/,
  ),
  bad(
    "withdrawn access",
    recipe([last], ["invoice.paid"], "e"),
    "trigger.connection",
    /can use this connection any more/,
  ),
  bad(
    "refused keys",
    recipe([get("g", { connection: "t" })]),
    "steps[0].connection",
    /last check/,
    "warning",
  ),
  bad(
    "another mode",
    recipe([get("g", { connection: "t" }), last]),
    "steps[0].connection",
    /test mode/,
    "warning",
  ),
  // What never fits, and what is dangerous.
  bad(
    "another object's id",
    recipe([action("a", "stripe.subscription.update", { id: field("id"), metadata: { a: "b" } })]),
    "steps[0].input.id",
    /no event fits/,
    "warning",
    /subscription/,
  ),
  bad(
    "what has ended",
    recipe([action("a", "stripe.invoice.pay", { id: field("id") })], ["invoice.voided"]),
    "steps[0].input.id",
    /come to its end/,
    "warning",
  ),
  bad(
    "unconfirmed deletion",
    recipe([action("a", "customerio.person.delete", { identifier: "ada" })]),
    "steps[0].input.confirm",
    /Confirm this first/,
    "error",
    /I understand/,
  ),
  bad(
    "unconfirmed refund",
    recipe([action("a", "stripe.refund.create", { payment_intent: "pi_1" })]),
    "steps[0].input.confirm",
    /Confirm this first/,
    "error",
    /I understand/,
  ),
  bad(
    "unconfirmed cancellation",
    recipe([action("a", "stripe.subscription.cancel", { id: "sub_1", when: "now" })]),
    "steps[0].input.confirm",
    /Confirm this first/,
    "error",
    /I understand/,
  ),
  // Circles.
  bad(
    "starts itself through Stripe",
    recipe(
      [action("a", "stripe.customer.update", { id: field("id"), metadata: { a: "b" } })],
      ["customer.updated"],
    ),
    "steps[0].action",
    /without an end/,
    "error",
    /once a day/,
  ),
  bad(
    "starts itself, behind a filter",
    recipe(
      [
        filter(field("livemode"), "is_true"),
        action("a", "stripe.customer.update", { id: field("id"), metadata: { a: "b" } }),
      ],
      ["customer.updated"],
    ),
    "steps[1].action",
    /whenever the conditions/,
    "warning",
    /once a day/,
  ),
  bad(
    "starts itself with an e-mail",
    reported([
      action("a", "customerio.email.send", {
        transactional_message_id: "1",
        to: "a@b.co",
        identifiers: { id: "1" },
      }),
    ]),
    "steps[0].action",
    /causes email_sent/,
  ),
  bad(
    "calls itself",
    called([
      { id: "again", kind: "action", action: "core.recipe.call", input: { recipe: ENVIRONMENT.recipeId } },
    ]),
    "steps[0].action",
    /starts itself/,
  ),
  // Look-ups.
  bad(
    "a look-up that writes",
    recipe([lookup({ action: "stripe.customer.create", input: {} })]),
    "steps[0].action",
    /only reads/,
  ),
  bad("nothing to look up with", recipe([lookup({ action: "" })]), "steps[0].action", /Nothing to look up/),
  bad(
    "several matches",
    recipe([lookup({ many: undefined })]),
    "steps[0].many",
    /Several matches/,
    "warning",
    /Take the first/,
  ),
  // Requests.
  bad("no address", recipe([http({ url: "" })]), "steps[0].url", /No address/),
  bad("no whole address", recipe([http({ url: "example.com/x" })]), "steps[0].url", /no whole web address/),
  bad(
    "another protocol",
    recipe([http({ url: "ftp://example.com" })]),
    "steps[0].url",
    /no whole web address/,
  ),
  bad(
    "an address inside",
    recipe([http({ url: "http://169.254.169.254/latest" })]),
    "steps[0].url",
    /public internet/,
  ),
  bad(
    "this machine",
    recipe([http({ url: `http://localhost/${field("id")}` })]),
    "steps[0].url",
    /public internet/,
  ),
  bad(
    "an address that cannot begin so",
    recipe([http({ url: `mailto:${field("id")}` })]),
    "steps[0].url",
    /does not begin/,
  ),
  bad(
    "a form of no names",
    recipe([http({ bodyType: "form", body: [1] })]),
    "steps[0].body",
    /names and values/,
  ),
  bad("a raw object", recipe([http({ bodyType: "raw", body: {} })]), "steps[0].body", /must be a text/),
  bad(
    "a type of no body",
    recipe([http({ bodyType: "form" })]),
    "steps[0].bodyType",
    /no body/,
    "warning",
    /Remove/,
  ),
  bad(
    "a GET with a body",
    recipe([http({ method: "GET", body: {} })]),
    "steps[0].body",
    /do not read/,
    "warning",
  ),
  bad(
    "a long timeout",
    recipe([http({ timeout: "PT1H" })]),
    "steps[0].timeout",
    /two minutes/,
    "error",
    /two minutes/,
  ),
  bad(
    "a timeout of no time",
    recipe([http({ timeout: "soon" })]),
    "steps[0].timeout",
    /no duration/,
    "error",
    /two minutes/,
  ),
  bad(
    "a wait of no time before a retry",
    recipe([track("a", {}, { retry: { attempts: 3, delay: "soon" } })]),
    "steps[0].retry.delay",
    /no duration/,
  ),
  bad(
    "a wait of a week before a retry",
    recipe([track("a", {}, { retry: { attempts: 3, longest: "P7D" } })]),
    "steps[0].retry.longest",
    /a day at most/,
  ),
  bad(
    "a longest wait that is shorter than the first",
    recipe([track("a", {}, { retry: { attempts: 3, delay: "PT1H", longest: "PT1M" } })]),
    "steps[0].retry.longest",
    /shorter than the first/,
  ),
  bad(
    "a wait of a step that is not tried again",
    recipe([track("a", {}, { retry: { attempts: 0, delay: "PT1M" } })]),
    "steps[0].retry.delay",
    /not tried again/,
    "warning",
    /Remove it/,
  ),
  bad(
    "a header of no name",
    recipe([http({ headers: { "a b": "c" } })]),
    `steps[0].headers["a b"]`,
    /no name for a header/,
  ),
  bad("a header of two lines", recipe([http({ headers: { A: "b\nc" } })]), "steps[0].headers.A", /one line/),
  bad(
    "a secret in a header",
    recipe([http({ headers: { Authorization: "Bearer x" } })]),
    "steps[0].headers.Authorization",
    /sees this secret/,
    "warning",
  ),
  // Code.
  bad(
    "no code",
    recipe([code(" "), track("u", { x: "{{ steps.sum.output }}" })]),
    "steps[0].source",
    /no code yet/,
  ),
  bad(
    "broken code",
    recipe([code("const a = 1;\nreturn a +;"), track("u", { x: "{{ steps.sum.output }}" })]),
    "steps[0].source",
    /^Line 2, column 11: Unexpected token\.$/,
  ),
  bad(
    "code without an answer",
    recipe([code("const f = () => { return 1; };"), track("u", { x: "{{ steps.sum.output }}" })]),
    "steps[0].source",
    /returns nothing/,
    "warning",
  ),
  // Messages to the team.
  bad(
    "no channel",
    recipe([notify({ channel: null })]),
    "steps[0].channel",
    /No channel/,
    "error",
    /“The team”/,
  ),
  bad(
    "a channel that is gone",
    recipe([notify({ channel: "gone" })]),
    "steps[0].channel",
    /does not exist/,
    "error",
    /“The team”/,
  ),
  bad("nothing to say", recipe([notify({ message: " " })]), "steps[0].message", /nothing to say/),
  // Loops and fallbacks.
  bad("a loop over nothing", recipe([loop({ over: null })]), "steps[0].over", /nothing to go over/),
  bad(
    "a loop over an object",
    recipe([loop({ over: field("lines") })]),
    "steps[0].over",
    /goes over a list/,
    "warning",
    /lines.data/,
  ),
  bad(
    "a loop over a long list",
    recipe([loop({ over: [1, 2, 3], limit: 2 })]),
    "steps[0].over",
    /takes 2 at most/,
  ),
  bad("a loop of no steps", recipe([loop({ steps: [] })]), "steps[0].steps", /does nothing/),
  bad(
    "an item's unknown field",
    recipe([loop({ steps: [track("a", { x: "{{ loop.item.amnt }}" })] })]),
    "steps[0].steps[0].input.data.x",
    /has no field/,
    "warning",
    /loop.item.amount/,
  ),
  bad(
    "an empty fallback",
    recipe([track("a", {}, { onError: { goto: [] } })]),
    "steps[0].onError",
    /does nothing/,
    "warning",
    /go on/,
  ),
];
