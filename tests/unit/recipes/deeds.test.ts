import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ACTIONS, getAction } from "~/server/connectors/catalog";
import { compile } from "~/server/recipes/compiler/compile";
import type { Step } from "~/server/recipes/definition";
import { lint } from "~/server/recipes/lint";
import { factsOf } from "~/tests/eval/facts";

/** Sentences by what they ask for; ` > ` stands between deeds in order. */
const phrases = JSON.parse(readFileSync("tests/eval/phrases/actions.json", "utf8")) as Record<
  string,
  string[]
>;
const all = Object.entries(phrases).flatMap(([wanted, texts]) =>
  texts.map((text) => [wanted, text] as const),
);

/** What a draft does; reads that nobody asked for are there for the others. */
function doneBy(text: string, wanted: string): string {
  const { definition } = compile(text);
  const actions = definition ? factsOf(definition).actions : [];
  const asked = wanted.split(" > ");
  return actions.filter((id) => asked.includes(id) || getAction(id)?.effect !== "read").join(" > ");
}

describe("how people ask for what is done", () => {
  test.each([...ACTIONS.map(({ id }) => id), "core.notify", "core.http"])("%s in five ways", (id) => {
    const among = Object.entries(phrases).filter(([wanted]) => wanted.split(" > ").includes(id));
    expect(among.flatMap(([, texts]) => texts).length).toBeGreaterThanOrEqual(5);
  });

  test.each(all)("%s: %s", (wanted, text) => {
    expect(doneBy(text, wanted)).toBe(wanted);
  });
});

/** Texts and numbers anywhere in a value. */
function leaves(value: unknown): (string | number)[] {
  if (typeof value === "string" || typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** The action steps of a draft, those inside of loops and branches included. */
function actionsIn(steps: readonly Step[]): Extract<Step, { kind: "action" }>[] {
  return steps.flatMap((step) => {
    if (step.kind === "action") return [step];
    if (step.kind === "loop") return actionsIn(step.steps);
    return step.kind === "branch"
      ? [...step.paths.flatMap(({ steps }) => actionsIn(steps)), ...actionsIn(step.otherwise ?? [])]
      : [];
  });
}

/** Ids, addresses, sums: what a sample has made up, unlike the choices a field offers. */
const isSaid = (value: string | number, text: string) =>
  text.includes(String(value)) || (typeof value === "number" && text.includes(String(value / 100)));
const isMadeUp = (value: string | number) =>
  typeof value === "number" ? value > 100 : /\d|@|https?:|[A-Z]{2}|Sample/.test(value);

describe("a draft has nothing that nobody said", () => {
  const carriers = [
    "When a subscription is canceled, ",
    "When a webhook arrives, ",
    "When someone enters the segment Gold, ",
    "Every Monday at 9, ",
  ];
  const texts = [
    ...all.map(([, text]) => text),
    ...ACTIONS.flatMap(({ title }) => carriers.map((carrier) => carrier + title.toLowerCase())),
  ];

  test.each(texts)("%s", (text) => {
    for (const { action, input } of actionsIn(compile(text).definition?.steps ?? [])) {
      const samples = new Set(leaves(getAction(action)?.sample.input).filter(isMadeUp));
      const copied = leaves(input).filter((one) => samples.has(one) && !isSaid(one, text));
      expect(copied, action).toEqual([]);
      expect(JSON.stringify(input)).not.toMatch(/Sample|cus_123|ada@|example\.com|choose_one/);
    }
  });

  test.each([
    ["When a webhook arrives, create a quote", "line_items"],
    ["When a webhook arrives, start a subscription for them", "items"],
    ["When a product is created, create a price", "unit_amount"],
    ["When a webhook arrives, create a checkout link", "success_url"],
    ["When an invoice is paid, give them a coupon", "percent_off"],
    ["When a product is created, trigger the launch broadcast", "broadcast_id"],
  ])("%s: the check asks for %s", (text, field) => {
    const { definition } = compile(text);
    const problems = definition ? lint(definition, { connections: [], channels: [] }) : [];
    expect(problems.map(({ path }) => path).filter((path) => path.endsWith(`.input.${field}`))).toHaveLength(
      1,
    );
  });
});

describe("values that a sentence has", () => {
  const inputOf = (text: string, action: string) =>
    actionsIn(compile(text).definition?.steps ?? []).find((step) => step.action === action)?.input;

  test("metadata is text as it was written", () => {
    const text =
      "When an email is marked as spam, put spam_complaint=yes in the metadata of the Stripe customer";
    expect(inputOf(text, "stripe.customer.update")).toMatchObject({ metadata: { spam_complaint: "yes" } });
  });

  test("a price, a number of seats, days and a sum", () => {
    const gone = "When someone leaves the segment Students, ";
    expect(
      inputOf(`${gone}swap their subscription to price_1Pfull`, "stripe.subscription.update"),
    ).toMatchObject({
      items: [{ price: "price_1Pfull" }],
    });
    expect(inputOf(`${gone}change the subscription to 5 seats`, "stripe.subscription.update")).toMatchObject({
      items: [{ quantity: 5 }],
    });
    const week = "When a trial will end, give them another week of trial";
    expect(inputOf(week, "stripe.subscription.extend_trial")).toMatchObject({ days: 7 });
    const fee = "When an invoice payment fails, add a $20 late fee to the invoice";
    expect(inputOf(fee, "stripe.invoice_item.create")).toMatchObject({ amount: 2000, currency: "usd" });
  });

  test("what should become a value", () => {
    const text = 'When a subscription is paused, box_status on the profile should become "paused"';
    expect(inputOf(text, "customerio.person.upsert")).toMatchObject({ attributes: { box_status: "paused" } });
  });

  test("each listed invoice is paid, and the team is told once", () => {
    const text =
      "When a card is added, look up all open invoices, try to collect them again and tell #billing";
    const steps = compile(text).definition?.steps ?? [];
    expect(steps.map(({ kind }) => kind)).toEqual(["action", "loop", "notify"]);
    expect(actionsIn(steps).at(-1)?.input).toEqual({ id: "{{ loop.item.id }}" });
  });

  test("a refund finds the payment that the event does not tell", () => {
    const text = "When a subscription is canceled, refund their last payment";
    expect(compile(text).definition?.steps).toMatchObject([
      { action: "stripe.charge.find", input: { customer: "{{ trigger.data.object.customer }}" } },
      { action: "stripe.refund.create", input: { charge: "{{ steps.charges.output.data[0].id }}" } },
    ]);
  });
});
