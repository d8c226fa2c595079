import type Stripe from "stripe";
import { listOf } from "~/server/connectors/stripe/fixtures";
import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { keep, required } from "./catalog-writes";
import { StripeRefusal } from "./errors";
import type { StripeSession } from "./session";
import { listOfParams, metadataOf, numberOf, type Params, readParams, textOf } from "./typed-params";

const DAY = 86_400;

async function lines(store: Store, given: unknown) {
  return Promise.all(
    listOfParams(given).map(async (line, index) => {
      const price = await required<Stripe.Price>(store, "price", line.price, `line_items[${index}][price]`);
      const quantity = numberOf(line.quantity) ?? 1;
      const amount = (price.unit_amount ?? 0) * quantity;
      const text = price.nickname ?? "Item";
      const totals = { amount_total: amount, amount_subtotal: amount, amount_discount: 0, amount_tax: 0 };
      return {
        id: newId("li_1", 23),
        object: "item",
        ...totals,
        currency: price.currency,
        description: text,
        price,
        quantity,
      };
    }),
  );
}

const sum = (items: { amount_total: number }[]) =>
  items.reduce((total, item) => total + item.amount_total, 0);

/** `POST /v1/checkout/sessions`; Stripe tells nobody that one was made. */
export async function createCheckoutSession(session: StripeSession, call: StripeCall): Promise<object> {
  const known =
    "line_items customer customer_email cancel_url client_reference_id currency allow_promotion_codes discounts subscription_data after_expiration expires_at locale";
  const params = readParams(call, known, "mode success_url");
  const { line_items, subscription_data: _, ...given } = params;
  const items = await lines(session.store, line_items);
  if (params.customer) await required(session.store, "customer", params.customer, "customer");
  const id = newId("cs_test_", 24);
  const blank = checkoutSession({
    id,
    created: unixNow(),
    customer: null,
    customer_details: null,
    invoice: null,
    subscription: null,
    payment_status: "unpaid",
    status: "open",
    expires_at: unixNow() + DAY,
    url: `https://checkout.stripe.com/c/pay/${id}`,
  });
  const total = sum(items);
  const money = { amount_subtotal: total, amount_total: total, currency: items[0]?.currency ?? "usd" };
  const made = { ...blank, ...money, ...given, discounts: [], metadata: metadataOf(params) };
  await session.store.put("checkout_lines", id, { data: items });
  return keep(session, "checkout.session", made);
}

/** `GET /v1/checkout/sessions/{id}/line_items` */
export async function checkoutLines(store: Store, call: StripeCall): Promise<object> {
  const id = call.path.split("/").at(-2) ?? "";
  await required(store, "checkout.session", id, "session");
  const kept = await store.get<{ data: object[] }>("checkout_lines", id);
  return listOf(kept?.data ?? [], call.path);
}

/** `POST /v1/payment_links` */
export async function createPaymentLink(session: StripeSession, call: StripeCall): Promise<object> {
  const known = "after_completion allow_promotion_codes subscription_data restrictions inactive_message";
  const { line_items, ...params } = readParams(call, known, "line_items");
  await lines(session.store, line_items);
  const id = newId("plink_1", 23);
  const url = `https://buy.stripe.com/test_${id.slice(-10)}`;
  const made = {
    object: "payment_link",
    ...params,
    id,
    url,
    active: true,
    livemode: false,
    metadata: metadataOf(params),
  };
  return keep(session, "payment_link", made, "payment_link.created");
}

/** `POST /v1/billing_portal/sessions` */
export async function createPortalSession(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "return_url flow_data configuration locale", "customer");
  await required(session.store, "customer", params.customer, "customer");
  const id = newId("bps_1", 23);
  const made = {
    object: "billing_portal.session",
    return_url: null,
    ...params,
    id,
    created: unixNow(),
    livemode: false,
    url: `https://billing.stripe.com/p/session/test_${id.slice(-12)}`,
  };
  return keep(session, "billing_portal.session", made, "billing_portal.session.created");
}

/** `POST /v1/billing/meter_events`; the same identifier counts once. */
export async function createMeterEvent(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "identifier timestamp", "event_name payload");
  const id = textOf(params.identifier) || newId("", 20);
  if (await session.store.get("meter_event", id))
    throw new StripeRefusal(400, "invalid_request_error", `An event already exists with identifier ${id}.`, {
      code: "resource_already_exists",
      param: "identifier",
    });
  const now = unixNow();
  const { metadata: _, ...event } = params;
  const made = {
    object: "billing.meter_event",
    timestamp: now,
    ...event,
    identifier: id,
    created: now,
    livemode: false,
  };
  await session.store.put("meter_event", id, made);
  return made;
}

/** `GET /v1/balance`: what was charged and not given back. */
export async function balance(store: Store): Promise<object> {
  const charges = await store.list<Stripe.Charge>("charge", {
    where: { status: "succeeded" },
    limit: 10_000,
  });
  const totals = new Map<string, number>();
  for (const charge of charges) {
    const left = charge.amount - charge.amount_refunded;
    totals.set(charge.currency, (totals.get(charge.currency) ?? 0) + left);
  }
  const available = [...totals].map(([currency, amount]) => ({
    amount,
    currency,
    source_types: { card: amount },
  }));
  const none = [{ amount: 0, currency: "usd", source_types: { card: 0 } }];
  return {
    object: "balance",
    available: available.length > 0 ? available : none,
    pending: none,
    livemode: false,
  };
}

async function quoteTotal(store: Store, given: Params) {
  const items = await lines(store, given.line_items);
  return { amount_total: sum(items), amount_subtotal: sum(items), currency: items[0]?.currency ?? "usd" };
}

/** `POST /v1/quotes` */
export async function createQuote(session: StripeSession, call: StripeCall): Promise<object> {
  const known = "line_items description expires_at header footer collection_method discounts";
  const params = readParams(call, known, "customer");
  await required(session.store, "customer", params.customer, "customer");
  const { line_items: _, ...given } = params;
  const made = {
    object: "quote",
    number: null,
    expires_at: unixNow() + 30 * DAY,
    ...(await quoteTotal(session.store, params)),
    ...given,
    id: newId("qt_1", 23),
    status: "draft",
    created: unixNow(),
    livemode: false,
    metadata: metadataOf(params),
  };
  return keep(session, "quote", made, "quote.created");
}

/** `POST /v1/quotes/{id}/finalize` */
export async function finalizeQuote(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "expires_at");
  const before = await required<Stripe.Quote>(session.store, "quote", call.id, "id");
  if (before.status !== "draft")
    throw new StripeRefusal(400, "invalid_request_error", "This quote is already final.", { param: "id" });
  const number = `QT-${before.id.slice(-4).toUpperCase()}-0001-1`;
  const after = { ...before, ...params, status: "open" as const, number, metadata: before.metadata };
  return keep(session, "quote", after, "quote.finalized");
}
