import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type Stripe from "stripe";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { customer } from "~/server/connectors/stripe/fixtures";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { charge } from "~/server/connectors/stripe/fixtures-payments";
import { handleWebhookRequest } from "~/server/events/door";
import type { NotifyStep } from "~/server/recipes/definition";
import { getTemplate, TEMPLATES } from "~/server/recipes/gallery/index";
import type { Template } from "~/server/recipes/gallery/template";
import { allSteps } from "~/server/recipes/step-tree";
import { resolve } from "~/server/recipes/values";
import { sandboxFetch } from "~/server/sandbox/app";
import { identify } from "~/server/sandbox/customerio/people";
import { deliveriesIdle } from "~/server/sandbox/stripe/delivery";
import { getRun } from "~/server/services/run/get";
import { Stage } from "~/tests/support/gallery";

const CUS = "cus_TBillhookSample";
const EMAIL = "ada.lovelace@example.com";
const DAY = 86_400;

let server: Server;
let stage: Stage;

beforeAll(async () => {
  const sandbox = getRequestListener(sandboxFetch, { overrideGlobalObjects: false });
  server = createServer((request, response) => {
    const isDoor = request.url?.startsWith("/api/webhooks/");
    void (isDoor ? handleWebhookRequest(request, response) : sandbox(request, response));
  });
  // The sandbox's connections name the install's own port, which is read when the environment is loaded.
  const port = Number(process.env.PORT);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  stage = await Stage.open();
  // What the samples are about is in the account.
  for (const one of [customer(), subscription(), invoice(), charge()])
    await stage.stripe.put(one.object, one.id, one);
});
afterEach(async () => {
  await deliveriesIdle();
  vi.useRealTimers();
});

const put = (one: { object: string; id: string }) => stage.stripe.put(one.object, one.id, one);
const openInvoice = () => put(invoice({ status: "open", amount_paid: 0 }));
const personNamed = (id: string, attributes: object = {}) =>
  identify(stage.customerio, { by: "id", value: id }, { email: EMAIL, ...attributes });
const metadata = async () => (await stage.stripe.get<Stripe.Customer>("customer", CUS))?.metadata;
const inStripe = <T>(kind: string) => stage.stripe.list<T>(kind);

/** The code that was made for the customer is the one that the campaign is told. */
async function expectCode(event: string, coupon: string, percent: number): Promise<void> {
  const codes = await inStripe<Stripe.PromotionCode>("promotion_code");
  const own = codes.filter((code) => code.customer === CUS);
  expect(own).toMatchObject([{ promotion: { coupon }, max_redemptions: 1 }]);
  expect(await stage.stripe.get("coupon", coupon)).toMatchObject({ percent_off: percent });
  const told = (await stage.events()).find(([name]) => name === event);
  expect(told?.[1]).toMatchObject({ code: own[0]?.code });
}

/** What a business wants of a template, seen in the accounts after its sample was delivered. */
interface Effect {
  /** What there has to be before. */
  before?(): Promise<unknown>;
  /** Who it is about, when that is not the customer. */
  who?: string;
  attributes?: object;
  /** All that was tracked, in order. */
  events?: [name: string, data: object][];
  /** All manual segments that the person is in afterwards. */
  segments?: string[];
  metadata?: object;
  messages?: object[];
  /** How long it takes. */
  days?: number;
  /** What the team is told. */
  told?: RegExp;
  more?(): Promise<unknown>;
}

const EFFECTS: Record<string, Effect> = {
  "new-customer": {
    attributes: { name: "Ada Lovelace", currency: "usd" },
    more: async () => expect(await stage.person(EMAIL)).toMatchObject({ id: CUS }),
  },
  "subscription-started": {
    attributes: { plan: "Pro", subscription_status: "active", period_end: expect.any(Number) },
    events: [["subscription_started", { plan: "Pro", status: "active" }]],
  },
  "checkout-completed": {
    attributes: { name: "Ada Lovelace" },
    events: [["checkout_completed", { amount: "$49.00", currency: "usd" }]],
  },
  "checkout-identify": {
    before: () => identify(stage.customerio, { by: "id", value: "user_42" }, { came_from: "podcast" }),
    attributes: { came_from: "podcast", user_id: "user_42", name: "Ada Lovelace" },
    more: async () => expect(await stage.person("user_42")).toBeNull(),
  },
  "app-sign-up": {
    attributes: { name: "Ada Lovelace", plan: "pro" },
    metadata: { plan: "pro" },
    events: [["signed_up", { is_new: false }]],
  },
  "trial-ending": { events: [["trial_ending", { plan: "Pro", days_left: 3, trial_end: 1_790_259_200 }]] },
  "trial-ending-no-card": {
    before: () => put(customer({ metadata: { card: "none" } })),
    events: [
      ["trial_ending_without_card", { plan: "Pro", add_card_url: expect.stringMatching(/^https:\/\//) }],
    ],
  },
  "trial-converted": {
    before: () => personNamed(CUS),
    attributes: { plan: "Pro", subscription_status: "active", converted_at: 1_790_000_000 },
    segments: ["Customers"],
    events: [["trial_converted", { plan: "Pro" }]],
  },
  "trial-extension": {
    before: () =>
      put(subscription({ status: "trialing", trial_end: Math.floor(Date.now() / 1000) + 2 * DAY })),
    events: [["trial_extended", { trial_end: expect.any(Number) }]],
    more: async () => {
      const [found] = await inStripe<Stripe.Subscription>("subscription");
      expect(Math.round(((found?.trial_end ?? 0) - Date.now() / 1000) / DAY)).toBe(9);
    },
  },
  "payment-failed": {
    attributes: { payment_status: "past_due" },
    events: [
      [
        "invoice_payment_failed",
        { amount_due: "$49.00", currency: "usd", attempt: 1, pay_url: expect.stringMatching(/^https/) },
      ],
    ],
  },
  "dunning-sequence": {
    before: openInvoice,
    days: 7,
    attributes: { payment_status: "final_notice" },
    events: ["dunning_first", "dunning_second", "dunning_final"].map((name) => [
      name,
      { amount_due: "$49.00", pay_url: expect.stringMatching(/^https/) },
    ]),
  },
  "failed-three-times": {
    attributes: { payment_status: "at_risk" },
    segments: ["At risk"],
    events: [["payment_at_risk", { attempts: 3, amount_due: "$49.00" }]],
  },
  "payment-recovered": {
    before: async () => {
      await personNamed(CUS);
      await stage.putInto("At risk", CUS);
    },
    attributes: { payment_status: "ok" },
    segments: [],
    events: [["payment_recovered", { attempts: 3, amount: "$49.00" }]],
  },
  "card-expiring": {
    events: [
      [
        "card_expiring",
        { brand: "Visa", last4: "4242", expires: "12/2026", update_url: expect.stringMatching(/^https/) },
      ],
    ],
  },
  "payment-action-required": {
    messages: [
      {
        to: EMAIL,
        transactional_message_id: "confirm_payment",
        message_data: { amount: "$49.00", confirm_url: expect.stringMatching(/^https/) },
      },
    ],
  },
  "payment-failed-text": {
    messages: [
      {
        to: "+12015550123",
        transactional_message_id: "payment_failed",
        identifiers: { id: CUS },
        message_data: { amount: "$49.00" },
      },
    ],
  },
  "invoice-overdue": {
    attributes: { payment_status: "overdue" },
    events: [["invoice_overdue", { number: "B1LLH00K-0001", amount_due: "$49.00", days_overdue: 1 }]],
  },
  "open-invoice-reminder": {
    before: async () => {
      await put(invoice({ status: "open", collection_method: "send_invoice" }));
      await put(invoice({ id: "in_2", status: "open", collection_method: "send_invoice", total: 900 }));
      await put(invoice({ id: "in_3", status: "paid", collection_method: "send_invoice" }));
    },
    more: async () =>
      expect((await stage.events()).map(([name, data]) => [name, (data as Sum).amount_due]).sort()).toEqual([
        ["invoice_reminder", "$49.00"],
        ["invoice_reminder", "$9.00"],
      ]),
  },
  "invoice-receipt": {
    messages: [
      {
        to: EMAIL,
        transactional_message_id: "receipt",
        message_data: {
          number: "B1LLH00K-0001",
          amount: "$49.00",
          pdf_url: expect.stringMatching(/pdf$/),
        },
      },
    ],
  },
  "vip-payment": {
    attributes: { vip: true },
    events: [["vip_payment", { amount: "$600.00", currency: "usd" }]],
  },
  "vip-lifetime-value": {
    before: () => put(charge({ id: "ch_earlier", amount: 120_000 })),
    attributes: { lifetime_value: 1249 },
    segments: ["VIPs"],
    events: [["became_vip", { lifetime_value: 1249 }]],
  },
  "first-purchase": { events: [["first_purchase", { amount: "$49.00" }]] },
  "payment-link-purchase": {
    who: EMAIL,
    attributes: { name: "Ada Lovelace" },
    events: [["payment_link_purchase", { link: "plink_1TBillhookSample", amount: "$49.00" }]],
  },
  "annual-renewal": {
    events: [
      ["renewal_coming", { amount: "$490.00", renews_at: 1_790_604_800, what: expect.stringMatching(/Pro/) }],
    ],
  },
  "refund-apology": {
    events: [["charge_refunded", { amount: "$49.00", currency: "usd", in_full: true }]],
  },
  "large-refund": {
    before: async () => {
      await personNamed(CUS);
      await stage.putInto("VIPs", CUS);
    },
    metadata: { refund_review: "needed", last_large_refund: "$600.00" },
    segments: [],
    events: [["large_refund", { amount: "$600.00" }]],
  },
  "refund-failed": { events: [["refund_failed", { amount: "$49.00", reason: "lost_or_stolen_card" }]] },
  "subscription-canceled": {
    attributes: { subscription_status: "canceled", churned_at: 1_790_000_000 },
    events: [["subscription_canceled", { reason: "not given" }]],
  },
  "cancel-feedback": {
    events: [["left_for_price", { feedback: "too_expensive", comment: expect.stringMatching(/spend/) }]],
    more: () => expectCode("left_for_price", "COMEBACK20", 20),
  },
  "cancel-save-offer": {
    attributes: { cancels_at: 1_792_592_000 },
    events: [["cancellation_scheduled", { plan: "Pro", ends_at: 1_792_592_000 }]],
    more: async () => {
      await expectCode("cancellation_scheduled", "STAY25", 25);
      expect(await stage.stripe.get("coupon", "STAY25")).toMatchObject({ duration_in_months: 3 });
    },
  },
  "cancellation-withdrawn": {
    before: () => personNamed(CUS, { cancels_at: 1_792_592_000, _timestamp: 1 }),
    attributes: { subscription_status: "active" },
    events: [["cancellation_withdrawn", { plan: "Pro" }]],
    more: async () => expect((await stage.person(CUS))?.attributes).not.toHaveProperty("cancels_at"),
  },
  "win-back-offer": {
    before: () => put(subscription({ status: "canceled", ended_at: 1 })),
    days: 30,
    events: [["win_back_offer", { plan: "Pro" }]],
    more: () => expectCode("win_back_offer", "COMEBACK30", 30),
  },
  "checkout-abandoned": {
    who: EMAIL,
    attributes: { name: "Ada Lovelace" },
    events: [["checkout_abandoned", { amount: "$49.00", recovery_url: expect.stringMatching(/^https/) }]],
  },
  "subscription-paused": {
    attributes: { subscription_status: "paused" },
    segments: ["Paused"],
    events: [["subscription_paused", { plan: "Pro" }]],
  },
  "plan-changed": {
    attributes: { plan: "Pro" },
    events: [["plan_upgraded", { from: "Starter", to: "Pro" }]],
  },
  "plan-segments": {
    before: async () => {
      await personNamed(CUS);
      await stage.putInto("Plan: Starter", CUS);
    },
    attributes: { plan: "Pro" },
    segments: ["Plan: Pro"],
  },
  "quote-accepted": {
    attributes: { deal_status: "won" },
    events: [["quote_accepted", { number: "QT-B1LLH00K-0001-1", amount: "$4,900.00" }]],
  },
  "usage-alert": {
    attributes: { last_usage_alert: "80% of included calls" },
    events: [["usage_alert", { alert: "80% of included calls", threshold: 8000, used: 8012 }]],
  },
  "report-usage": {
    more: async () =>
      expect(await inStripe("meter_event")).toMatchObject([
        {
          event_name: "api_calls",
          identifier: "use_42",
          payload: { stripe_customer_id: CUS, value: "25" },
        },
      ]),
  },
  "dispute-alert": {
    attributes: { has_dispute: true, marketing_hold: true },
    events: [["dispute_opened", { amount: "$49.00", reason: "fraudulent" }]],
    told: /^\$49\.00 is disputed \(fraudulent\)\. Answer until 2026-09-28\. https:.*du_1TBillhookSample$/,
  },
  "dispute-closed": {
    before: () => personNamed(CUS, { marketing_hold: true, _timestamp: 1 }),
    attributes: { has_dispute: false, marketing_hold: false },
    events: [["dispute_won", { amount: "$49.00" }]],
  },
  "early-fraud-warning": {
    attributes: { fraud_warning: true, marketing_hold: true },
    metadata: { fraud_warning: "made_with_stolen_card" },
    segments: ["Fraud review"],
  },
  "payout-to-finance": {
    told: /^\$12,500\.00 is on its way to the bank\. Available in Stripe: \$49\.00\. https:.*po_1TBillhookSample$/,
  },
  "weekly-digest": {
    told: /^Last week: \$49\.00 from 1 payments, 0 failed, 1 new subscriptions, 0 ended\./,
  },
  "tax-id-added": {
    attributes: { is_business: true, tax_id: "DE123456789", tax_country: "DE" },
    events: [["tax_id_added", { type: "eu_vat" }]],
  },
  "customer-profile": {
    attributes: { country: "DE", currency: "eur", language: "de", phone: "+4930901820" },
    more: async () => expect(await stage.person(EMAIL)).toMatchObject({ id: CUS }),
  },
  "new-company": {
    attributes: { company: "Analytical Engines Ltd" },
    more: async () =>
      expect(await stage.customerio.get("object", "1:analytical-engines-ltd")).toMatchObject({
        attributes: { name: "Analytical Engines Ltd" },
        people: [`id:${CUS}`],
      }),
  },
  "unsubscribe-sync": {
    before: () => put(customer({ id: "cus_second" })),
    metadata: { marketing: "unsubscribed", marketing_changed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    more: async () =>
      expect(await stage.stripe.get("customer", "cus_second")).toMatchObject({
        metadata: { marketing: "unsubscribed" },
      }),
  },
  "email-bounced": {
    attributes: { email_bounced: true, bounce_reason: "The mailbox is full." },
    metadata: { email_status: "bounced" },
  },
  "bounced-coupon": {
    events: [["address_needed", {}]],
    more: () => expectCode("address_needed", "NEWADDRESS10", 10),
  },
  "spam-complaint": {
    before: () => personNamed(CUS),
    metadata: { marketing: "complained" },
    more: async () => {
      expect(await stage.person(CUS)).toBeNull();
      expect(await stage.customerio.get("suppressed", `id:${CUS}`)).not.toBeNull();
    },
  },
  "segment-coupon": {
    events: [["personal_code", {}]],
    more: () => expectCode("personal_code", "PERSONAL15", 15),
  },
  "loyalty-credit": {
    events: [["loyalty_credit", { amount: "$10.00" }]],
    more: async () => expect(await stage.stripe.get("customer", CUS)).toMatchObject({ balance: -1000 }),
  },
  "customer-deleted": {
    before: () => personNamed(CUS),
    more: async () => expect(await stage.person(CUS)).toBeNull(),
  },
};

interface Sum {
  amount_due: string;
}

async function expectEffect(effect: Effect, template: Template, runId: string): Promise<void> {
  const { who = CUS, attributes, events = [], segments, messages = [], told } = effect;
  if (attributes) expect((await stage.person(who))?.attributes).toMatchObject(attributes);
  if (segments) expect(await stage.segmentsOf(who)).toEqual(segments);
  if (effect.metadata) expect(await metadata()).toMatchObject(effect.metadata);
  const tracked = await stage.events();
  if (template.id !== "open-invoice-reminder") {
    expect(tracked.map(([name]) => name)).toEqual(events.map(([name]) => name));
    expect(tracked).toMatchObject(events);
  }
  expect(await stage.messages()).toMatchObject(messages);
  if (told) expect(await messageOf(template, runId)).toMatch(told);
  await effect.more?.();
}

/** What the team would be told, from what the run found. */
async function messageOf(template: Template, runId: string): Promise<string> {
  const isNotify = (step: { kind: string }): step is NotifyStep => step.kind === "notify";
  const notify = allSteps(template.definition.steps)
    .map(({ step }) => step)
    .find(isNotify);
  const { steps } = await getRun(stage.ctx, { id: runId });
  const outputs = Object.fromEntries(steps.map(({ path, output }) => [path, { output }]));
  const { value, missing } = resolve(notify?.message, {
    trigger: template.sample,
    steps: outputs,
    now: new Date().toISOString(),
  });
  expect(missing).toEqual([]);
  return String(value);
}

test("every template has its effect declared here", () => {
  expect(Object.keys(EFFECTS).sort()).toEqual(TEMPLATES.map(({ id }) => id).sort());
});

test.each(TEMPLATES)("$id does what the business wants", async (template) => {
  const effect = EFFECTS[template.id] ?? {};
  await effect.before?.();
  await stage.publish(template);
  const runId = await stage.deliver(template);
  const { status, error, days } = await stage.execute(runId);
  expect(error).toBeUndefined();
  expect({ status, days }).toEqual({ status: "succeeded", days: effect.days ?? 0 });
  await expectEffect(effect, template, runId);
});

describe("the other way of a template", () => {
  const live = async (id: string): Promise<Template> => {
    const template = getTemplate(id);
    if (!template) throw new Error(`There is no template ${id}.`);
    await stage.publish(template);
    return template;
  };
  const withObject = ({ sample }: Template, changes: object, more: object = {}) => {
    const event = sample as { data: { object: object } };
    return { ...event, ...more, data: { ...event.data, object: { ...event.data.object, ...changes } } };
  };
  const names = async () => (await stage.events()).map(([name]) => name);

  test("dunning ends when the invoice is paid meanwhile, and a second failure starts no other sequence", async () => {
    await openInvoice();
    const template = await live("dunning-sequence");
    const runId = await stage.deliver(template);
    const paidAfterThree = () => put(invoice({ status: "paid" })).then(() => undefined);
    expect(await stage.execute(runId, paidAfterThree)).toMatchObject({ status: "filtered", days: 3 });
    expect(await stage.execute(await stage.deliver(template))).toMatchObject({ status: "filtered" });
    expect(await names()).toEqual(["dunning_first"]);
  });

  test("who has come back alone gets no offer", async () => {
    const template = await live("win-back-offer");
    expect(await stage.execute(await stage.deliver(template))).toMatchObject({ status: "succeeded" });
    expect(await stage.events()).toEqual([]);
  });

  test("a trial with a card is left alone", async () => {
    const template = await live("trial-ending-no-card");
    expect(await stage.execute(await stage.deliver(template))).toMatchObject({ status: "succeeded" });
    expect(await stage.events()).toEqual([]);
  });

  test("a later purchase is a repeat purchase", async () => {
    await put(charge({ id: "ch_earlier" }));
    const template = await live("first-purchase");
    await stage.execute(await stage.deliver(template));
    expect(await names()).toEqual(["repeat_purchase"]);
  });

  test("resuming leaves the segment Paused", async () => {
    await personNamed(CUS);
    await stage.putInto("Paused", CUS);
    const template = await live("subscription-paused");
    const type = "customer.subscription.resumed";
    await stage.execute(await stage.deliver(template, withObject(template, { status: "active" }, { type })));
    expect(await stage.segmentsOf(CUS)).toEqual([]);
    expect(await names()).toEqual(["subscription_resumed"]);
  });

  test("a lost dispute stays on the profile", async () => {
    const template = await live("dispute-closed");
    await stage.execute(await stage.deliver(template, withObject(template, { status: "lost" })));
    expect((await stage.person(CUS))?.attributes).toEqual({ has_lost_dispute: true });
  });

  test("a guest's dispute still reaches the team", async () => {
    await put(charge({ customer: null }));
    const template = await live("dispute-alert");
    const ended = await stage.execute(await stage.deliver(template));
    expect(ended).toMatchObject({ status: "succeeded" });
    expect(await stage.events()).toEqual([]);
  });

  test("a failed payout says why", async () => {
    const template = getTemplate("payout-to-finance");
    const notify = template?.definition.steps.at(-1) as NotifyStep;
    const trigger = template && withObject(template, { failure_message: null }, { type: "payout.failed" });
    expect(resolve(notify.message, { trigger, steps: {} }).value).toMatch(
      /^A payout of \$12,500\.00 failed: the bank gave no reason\./,
    );
  });

  test("a segment's code is given once", async () => {
    const template = await live("segment-coupon");
    const ends = [];
    for (let times = 0; times < 2; times++) ends.push(await stage.execute(await stage.deliver(template)));
    expect(ends.map(({ status }) => status)).toEqual(["succeeded", "filtered"]);
    expect(await names()).toEqual(["personal_code"]);
  });
});
