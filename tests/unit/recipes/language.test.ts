import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillIn } from "~/server/engine/steps/fill-in";
import { evaluate } from "~/server/recipes/conditions";
import type { Comparison, Condition } from "~/server/recipes/definition";
import { foundIn } from "~/server/recipes/found";
import { TemplateError } from "~/server/recipes/liquid";
import { OPERATOR_IDS } from "~/server/recipes/operators";
import { resolve } from "~/server/recipes/values";

/** An event as customers have them: much is there, much is null, and some is not. */
const SCOPE = {
  trigger: {
    id: "evt_1",
    type: "invoice.payment_failed",
    created: 1_790_000_000,
    data: {
      object: {
        id: "in_1",
        customer: "cus_1",
        customer_email: "  Ada.Lovelace@Example.COM ",
        customer_name: null,
        customer_phone: "030 901820",
        currency: "usd",
        amount_due: 4900,
        amount_paid: 0,
        attempt_count: 3,
        paid: false,
        next_payment_attempt: 1_790_259_200,
        metadata: { plan: "pro", tags: "vip; newsletter, beta", seats: "12", active: "true", empty: "" },
        lines: {
          data: [
            { id: "il_1", amount: 4000 },
            { id: "il_2", amount: 900 },
          ],
        },
        discounts: [],
        address: { country: "DE", city: "Berlin" },
      },
      previous_attributes: { status: "draft" },
    },
  },
  steps: {
    find: { output: { id: "p1", emails: ["a@b.co", "c@d.co"], nothing: null } },
    failed: { output: null, error: { code: "http", message: "No such customer." } },
  },
  loop: { item: { sku: "x1", qty: 2 }, index: 1, number: 2, count: 5, parent: { item: { name: "outer" } } },
  run: { id: "r1", recipe: "Dunning" },
  now: "2026-09-21T14:13:20.000Z",
};
const O = "trigger.data.object";

/** A whole expression, and what it yields: its own type, not text. */
const WHOLE: [expression: string, value: unknown][] = [
  [`${O}.amount_due`, 4900],
  [`${O}.amount_paid`, 0],
  [`${O}.paid`, false],
  [`${O}.customer_name`, null],
  [`${O}.discounts`, []],
  [`${O}.address`, { country: "DE", city: "Berlin" }],
  [`${O}.lines.data[1].id`, "il_2"],
  [`${O}.lines.data[-1].id`, "il_2"],
  [`${O}.lines.data.first.id`, "il_1"],
  [`${O}.lines.data.last.amount`, 900],
  [`${O}.lines.data.size`, 2],
  [`${O}["currency"]`, "usd"],
  [`${O}.metadata.seats | to_number`, 12],
  [`${O}.metadata.active | to_boolean`, true],
  [`${O}.metadata.tags | to_array`, ["vip", "newsletter", "beta"]],
  [`${O}.amount_due | to_text`, "4900"],
  [`${O}.amount_due | plus: 100`, 5000],
  [`${O}.amount_due | minus: 100`, 4800],
  [`${O}.amount_due | times: 2`, 9800],
  [`${O}.amount_due | divided_by: 100.0`, 49],
  [`${O}.amount_due | modulo: 1000`, 900],
  [`${O}.amount_due | at_least: 5000`, 5000],
  [`${O}.amount_due | at_most: 1000`, 1000],
  ["-5 | abs", 5],
  ["4.6 | round", 5],
  ["4.2 | ceil", 5],
  ["4.8 | floor", 4],
  [`${O}.customer_email | strip`, "Ada.Lovelace@Example.COM"],
  [`${O}.customer_email | normalize_email`, "ada.lovelace@example.com"],
  [`${O}.customer_email | strip | downcase | split: "@" | last`, "example.com"],
  [`${O}.metadata.plan | upcase`, "PRO"],
  [`${O}.metadata.plan | capitalize`, "Pro"],
  [`${O}.metadata.plan | append: "_plan"`, "pro_plan"],
  [`${O}.metadata.plan | prepend: "the "`, "the pro"],
  [`${O}.id | remove: "in_"`, "1"],
  [`${O}.id | replace: "in", "inv"`, "inv_1"],
  [`${O}.id | slice: 0, 2`, "in"],
  ['"a very long text" | truncate: 9', "a very..."],
  ['"a very long text" | truncatewords: 2', "a very..."],
  [`${O}.lines.data | map: "amount" | sum`, 4900],
  [`${O}.lines.data | map: "id" | join: "+"`, "il_1+il_2"],
  [`${O}.lines.data | where: "amount", 900 | first | json`, '{"id":"il_2","amount":900}'],
  [`${O}.lines.data | sort: "amount" | map: "id"`, ["il_2", "il_1"]],
  [`${O}.metadata.tags | to_array | uniq | size`, 3],
  [`${O}.metadata | json`, JSON.stringify(SCOPE.trigger.data.object.metadata)],
  [`${O}.nothing | default: "none"`, "none"],
  [`${O}.customer_name | default: "there"`, "there"],
  [`${O}.metadata.empty | default: "none"`, "none"],
  [`${O}.paid | default: true, allow_false: true`, false],
  [`${O}.nothing | default: ${O}.metadata.plan`, "pro"],
  [`${O}.metadata.empty | or_missing | default: "x"`, "x"],
  [`${O}.metadata.plan | map_value: "pro=Paying, free=Free"`, "Paying"],
  [`${O}.metadata.plan | map_value: "free=Free", "Other"`, "Other"],
  [`${O}.next_payment_attempt | unix_to_iso`, "2026-09-24T14:13:20.000Z"],
  ["trigger.created | unix_to_iso", "2026-09-21T14:13:20.000Z"],
  ["now | iso_to_unix", 1_790_000_000],
  ["trigger.created | in_zone: 'Asia/Kolkata'", "2026-09-21T19:43:20+05:30"],
  ["trigger.created | in_zone: 'America/New_York'", "2026-09-21T10:13:20-04:00"],
  ["trigger.created | in_zone: 'UTC'", "2026-09-21T14:13:20+00:00"],
  ["'2026-01-31' | add_time: 'P1M'", "2026-02-28T00:00:00.000Z"],
  ["'2028-01-31' | add_time: 'P1M'", "2028-02-29T00:00:00.000Z"],
  ["trigger.created | add_time: '-PT1H'", "2026-09-21T13:13:20.000Z"],
  [`${O}.next_payment_attempt | days_until`, 3],
  ["'2026-09-01' | days_since", 20],
  ["trigger.created | date: '%d.%m.%Y'", "21.09.2026"],
  ["trigger.created | start_of_day", "2026-09-21T00:00:00+00:00"],
  [`${O}.customer_phone | e164: ${O}.address.country`, "+4930901820"],
  ["'+44 20 7946 0958' | e164", "+442079460958"],
  ["'(201) 555-0123' | e164: 'us'", "+12015550123"],
  ["4900 | money: 'usd'", "$49.00"],
  ["4900 | money: 'eur'", "€49.00"],
  ["4900 | money: 'jpy'", "¥4,900"],
  ["4900 | money: 'kwd'", "KWD 4.900"],
  ["4900 | money: 'bhd'", "BHD 4.900"],
  ["4900 | money: 'isk'", "ISK 49.00"],
  ["4900 | money: 'ugx'", "UGX 49.00"],
  ["4900 | money: 'krw'", "₩4,900"],
  ["-4900 | money: 'usd'", "-$49.00"],
  ["'4900' | money: 'usd'", "$49.00"],
  ["4900 | major_units: 'jpy'", 4900],
  ["4900 | major_units: 'kwd'", 4.9],
  ["4900 | major_units: 'mga'", 4900],
  ["49 | minor_units: 'usd'", 4900],
  ["4.9 | minor_units: 'kwd'", 4900],
  ["0.29 | minor_units: 'usd'", 29],
  ["'a@b.co' | sha256 | size", 64],
  ["'a@b.co' | md5", "b33a54a5a598e6d3356166652048ada9"],
  ["'x' | sha256", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"],
  ["'a b&c' | url_encode", "a+b%26c"],
  ["'<b>' | escape", "&lt;b&gt;"],
  ["'<p>hi</p>' | strip_html", "hi"],
  ["'a\nb' | strip_newlines", "ab"],
  ["steps.find.output.emails[0]", "a@b.co"],
  ["steps.failed.error.code", "http"],
  ["loop.item.sku", "x1"],
  ["loop.number", 2],
  ["loop.parent.item.name", "outer"],
  ["run.recipe", "Dunning"],
  ["true", true],
  ["42", 42],
  ["'text'", "text"],
];

/** Text around values, and Liquid's own tags. */
const TEXTS: [template: string, value: unknown][] = [
  [`Hi {{ ${O}.customer_name | default: "there" }}!`, "Hi there!"],
  [`{{ ${O}.amount_due | money: ${O}.currency }} is due`, "$49.00 is due"],
  [`{{ ${O}.metadata.plan }}-{{ ${O}.attempt_count }}`, "pro-3"],
  [`{% if ${O}.attempt_count > 2 %}last{% else %}first{% endif %}`, "last"],
  [`{% unless ${O}.paid %}open{% endunless %}`, "open"],
  [`{% case ${O}.metadata.plan %}{% when "pro" %}P{% else %}F{% endcase %}`, "P"],
  [`{% for line in ${O}.lines.data %}{{ line.id }};{% endfor %}`, "il_1;il_2;"],
  [`{% for l in ${O}.lines.data limit: 1 %}{{ l.amount }}{% endfor %}`, "4000"],
  [`{% for x in ${O}.discounts %}x{% else %}none{% endfor %}`, "none"],
  [`{% assign total = ${O}.amount_due | divided_by: 100.0 %}Total {{ total }}`, "Total 49"],
  [`{% capture who %}{{ ${O}.metadata.plan }}!{% endcapture %}{{ who }}`, "pro!"],
  ["{% comment %}not shown{% endcomment %}shown", "shown"],
  ["{% raw %}{{ not.a.template }}{% endraw %}", "{{ not.a.template }}"],
  [`{{- ${O}.currency -}} .`, "usd."],
  [`{% if ${O}.nothing %}a{% else %}b{% endif %}`, "b"],
  [`{% if ${O}.metadata.empty == blank %}blank{% endif %}`, "blank"],
  [`{% if ${O}.customer_email contains "@" %}mail{% endif %}`, "mail"],
  [`{% if ${O}.paid == false and ${O}.attempt_count >= 3 %}dun{% endif %}`, "dun"],
  ["100% {sure} }} {", "100% {sure} }} {"],
];

const MISSING = [
  `{{ ${O}.nothing }}`,
  `{{ ${O}.created | unix_to_iso }}`,
  `{{ ${O}.metadata.nothing }}`,
  `{{ ${O}.lines.data[9].id }}`,
  `{{ ${O}.discounts[0].coupon.id }}`,
  `{{ ${O}.customer_name.first }}`,
  "{{ steps.nobody.output.id }}",
  "{{ steps.failed.output.id }}",
  "{{ loop.item.nothing }}",
  `Hi {{ ${O}.customer_name }}`,
  `{{ ${O}.nothing }} and {{ ${O}.currency }}`,
  `{{ ${O}.nothing | upcase }}`,
  `{{ ${O}.nothing | money: "usd" }}`,
  `{{ ${O}.amount_due | money: "dollars" }}`,
  `{{ ${O}.amount_due | money: ${O}.nothing }}`,
  `{{ ${O}.metadata.plan | to_number }}`,
  `{{ ${O}.metadata.plan | to_boolean }}`,
  `{{ ${O}.metadata.plan | e164: "US" }}`,
  `{{ ${O}.metadata.plan | normalize_email }}`,
  `{{ ${O}.metadata.plan | unix_to_iso }}`,
  `{{ trigger.created | in_zone: "Mars/Olympus" }}`,
  `{{ trigger.created | add_time: "soon" }}`,
  `{{ ${O}.metadata.plan | map_value: "free=Free" }}`,
  `{{ ${O}.metadata.empty | or_missing }}`,
];

/** Whatever a template does, it ends soon, and with an error that says where. */
const GREEDY = [
  '{% assign a = "xxxxxxxxxx" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
  "{% for i in (1..100000000) %}x{% endfor %}",
  "{% for i in (1..9999) %}{% for j in (1..9999) %}{% for k in (1..9999) %}x{% endfor %}{% endfor %}{% endfor %}",
  '{{ "a" | split: "" | join: "b" | replace: "", "xxxxxxxxxxxxxxxxxxxx" }}{% for i in (1..5000000) %}y{% endfor %}',
  '{% assign s = "a,b,c,d,e,f,g,h" | split: "," %}{% for i in (1..30) %}{% assign s = s | concat: s %}{% endfor %}{{ s | size }}',
];

describe("values", () => {
  test.each(WHOLE)("{{ %s }} is %j", (expression, value) => {
    expect(resolve(`{{ ${expression} }}`, SCOPE)).toEqual({
      value,
      missing: [],
      blank: value === null || value === "" ? [""] : [],
    });
  });

  test.each(TEXTS)("%s is %j", (template, value) => {
    expect(resolve(template, SCOPE)).toEqual({
      value,
      missing: [],
      blank: value === null || value === "" ? [""] : [],
    });
  });

  test.each(MISSING)("%s is missing", (template) => {
    expect(resolve(template, SCOPE)).toEqual({ value: undefined, missing: [""], blank: [] });
  });

  test.each(GREEDY)("%.60s is stopped", (template) => {
    const started = performance.now();
    expect(() => resolve(template, SCOPE)).toThrow(TemplateError);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("what is missing is what the step says", () => {
  const gone = { a: `{{ ${O}.nothing }}`, b: 1 };
  const scope = SCOPE as unknown as Parameters<typeof fillIn>[2];
  test.each([
    ["left out", {}, { value: { b: 1 } }],
    ["left out", { whenMissing: "leave_out" as const }, { value: { b: 1 } }],
    ["a reason to pass over", { whenMissing: "skip" as const }, { skip: /^a: / }],
    ["a failure", { whenMissing: "fail" as const }, { error: { code: "missing_value" } }],
    ["its fallback", { onMissing: { a: "x" } }, { value: { a: "x", b: 1 } }],
    ["its fallback from data", { onMissing: { a: `{{ ${O}.currency }}` } }, { value: { a: "usd", b: 1 } }],
    [
      "a fallback before a policy",
      { onMissing: { a: 0 }, whenMissing: "fail" as const },
      { value: { a: 0 } },
    ],
    ["not what another field has", { onMissing: { b: "x" } }, { value: { b: 1 } }],
    [
      "still missing",
      { onMissing: { a: `{{ ${O}.gone }}` }, whenMissing: "skip" as const },
      { skip: /^a: / },
    ],
  ])("%s: %j", (_, policy, expected) => {
    const filled = fillIn(gone, policy, scope);
    if ("skip" in expected) expect(filled).toMatchObject({ skip: expect.stringMatching(expected.skip) });
    else expect(filled).toMatchObject(expected);
  });

  test("what Stripe wrote null for is missing to a step that needs its values, and null to one that does not", () => {
    const blank = { a: `{{ ${O}.customer_name }}`, c: `{{ ${O}.metadata.empty }}` };
    expect(fillIn(blank, {}, scope)).toMatchObject({ value: { a: null, c: "" } });
    expect(fillIn(blank, { whenMissing: "skip" }, scope)).toMatchObject({
      skip: expect.stringMatching(/^a: /),
    });
    expect(fillIn(blank, { whenMissing: "fail", onMissing: { a: "x" } }, scope)).toMatchObject({
      error: { message: expect.stringMatching(/^c: /) },
    });
  });

  test("a template that is broken fails, and so does an input of more than a megabyte", () => {
    expect(fillIn({ a: "{{ x | shout }}" }, {}, scope)).toMatchObject({ error: { code: "template" } });
    expect(fillIn({ a: "x".repeat(1_000_001) }, {}, scope)).toMatchObject({
      error: { code: "input_too_large" },
    });
  });
});

const path = (name: string) => `{{ ${O}.${name} }}`;
const is = (left: unknown, op: Comparison["op"], right?: unknown): Condition =>
  right === undefined ? { left, op } : { left, op, right };

const CONDITIONS: [condition: Condition, holds: boolean][] = [
  [is(path("amount_due"), "gt", 1000), true],
  [is(path("amount_due"), "gt", "1000"), true],
  [is(path("amount_due"), "gt", path("amount_paid")), true],
  [is(path("amount_due"), "lte", 4899), false],
  [is(path("currency"), "eq", "usd"), true],
  [is(path("currency"), "eq", "USD"), false],
  [is(`{{ ${O}.currency | upcase }}`, "eq", "USD"), true],
  [is(path("currency"), "in", ["eur", "usd"]), true],
  [is(path("currency"), "in", "eur, usd"), true],
  [is(path("currency"), "not_in", ["eur", "gbp"]), true],
  [is(path("customer_name"), "exists"), false],
  [is(path("customer_name"), "not_exists"), true],
  [is(path("metadata.empty"), "exists"), false],
  [is(path("discounts"), "exists"), false],
  [is(path("nothing"), "exists"), false],
  [is(path("nothing"), "eq", "x"), false],
  [is(path("nothing"), "neq", "x"), false],
  [is(path("nothing"), "lt", 5), false],
  [is(path("paid"), "is_false"), true],
  [is(path("metadata.active"), "is_true"), true],
  [is(path("customer_email"), "contains", "@"), true],
  [is(`{{ ${O}.customer_email | normalize_email }}`, "ends_with", "@example.com"), true],
  [is(path("id"), "starts_with", "in_"), true],
  [is(`{{ ${O}.metadata.tags | to_array }}`, "contains", "vip"), true],
  [is(`{{ ${O}.metadata.tags | to_array }}`, "not_contains", "churned"), true],
  [is("{{ trigger.created }}", "before", "2026-12-24"), true],
  [is("{{ trigger.created }}", "after", "{{ now }}"), false],
  [is(path("next_payment_attempt"), "after", "{{ now }}"), true],
  [is("{{ trigger.data.previous_attributes.status }}", "eq", "draft"), true],
  [is(path("lines.data.size"), "gte", 2), true],
  [is("{{ loop.index }}", "eq", 1), true],
  [is("{{ steps.failed.error.code }}", "exists"), true],
  [is("{{ steps.find.output.emails }}", "contains", "c@d.co"), true],
  [{ all: [is(path("currency"), "eq", "usd"), is(path("amount_due"), "gte", 4900)] }, true],
  [{ all: [is(path("currency"), "eq", "usd"), is(path("amount_due"), "gt", 4900)] }, false],
  [{ any: [is(path("nothing"), "exists"), is(path("currency"), "eq", "usd")] }, true],
  [{ not: is(path("currency"), "eq", "usd") }, false],
  [{ not: { any: [is(path("nothing"), "exists"), is(path("customer_name"), "exists")] } }, true],
  [{ all: [{ any: [] }, is(path("currency"), "eq", "usd")] }, false],
  [{ any: [{ all: [] }] }, true],
];

describe("conditions", () => {
  test.each(CONDITIONS)("%j is %s", (condition, holds) => {
    expect(evaluate(condition, SCOPE)).toBe(holds);
  });

  test("never throw untyped, never change what they look at, and say the same when looked at again", () => {
    const side = fc.oneof(
      fc.jsonValue(),
      fc.string().map((inside) => `{{ ${inside} }}`),
      fc.constantFrom(...WHOLE.map(([expression]) => `{{ ${expression} }}`)),
    );
    const comparison = fc.record({ left: side, op: fc.constantFrom(...OPERATOR_IDS), right: side });
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        comparison,
        fc.array(tie("condition"), { maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie("condition"), { maxLength: 3 }).map((any) => ({ any })),
        tie("condition").map((not) => ({ not })),
      ),
    }));
    const look = (given: Condition) => {
      try {
        return evaluate(given, SCOPE);
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
        return "broken";
      }
    };
    fc.assert(
      fc.property(condition, (given) => {
        const before = JSON.stringify([given, SCOPE]);
        const first = look(given);
        expect(JSON.stringify([given, SCOPE])).toBe(before);
        expect(look(given)).toBe(first);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what a look-up takes an answer for", () => {
  const one = { id: "x" };
  test.each([
    [null, "none", 0],
    [undefined, "none", 0],
    [[], "none", 0],
    [{ data: [], has_more: false }, "none", 0],
    [{ data: [one] }, "found", 1],
    [{ data: [one, one], has_more: true }, "many", 2],
    [{ people: [one], count: 1, next: null }, "found", 1],
    [{ segments: [one, one] }, "many", 2],
    [{ messages: [], next: "n" }, "none", 0],
    [one, "found", 1],
    [{ id: "cus_1", deleted: true }, "none", 0],
    [{ id: "sub_1", discounts: [] }, "found", 1],
    [{ id: "sub_1", items: { data: [one, one] } }, "found", 1],
    [{ available: [], pending: [] }, "found", 1],
    ["text", "found", 1],
  ])("%j: %s, %d", (output, match, count) => {
    expect(foundIn(output)).toMatchObject({ match, count });
  });
});
