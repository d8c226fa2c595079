import type Stripe from "stripe";
import { listOf } from "~/server/connectors/stripe/fixtures";
import { balanceTransaction, savedCard } from "~/server/connectors/stripe/fixtures-steps";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { keep, required } from "./catalog-writes";
import { requireCustomer } from "./customers";
import { StripeRefusal } from "./errors";
import { openInvoice } from "./invoices";
import { payInvoice } from "./payments";
import type { StripeSession } from "./session";
import { cancelAtPeriodEnd, draftSubscription, itemOf, repriced } from "./subscriptions";
import { listOfParams, metadataOf, numberOf, type Params, readParams, textOf } from "./typed-params";

type Subscription = Stripe.Subscription;

const SHARED =
  "items trial_end default_payment_method collection_method days_until_due discounts cancel_at_period_end payment_behavior proration_behavior description";

/** `POST /v1/subscriptions`: starts it, and bills the first period unless it is a trial. */
export async function createSubscription(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, `${SHARED} trial_period_days`, "customer items");
  const customer = await requireCustomer(session.store, textOf(params.customer), "customer");
  const [first = {}] = listOfParams(params.items);
  const price = await required<Stripe.Price>(session.store, "price", first.price, "items[0][price]");
  const until = numberOf(params.trial_end);
  const days = numberOf(params.trial_period_days) ?? (until ? Math.ceil((until - unixNow()) / 86_400) : 0);
  const made = withQuantity(
    { ...draftSubscription(customer.id, price, days), metadata: metadataOf(params) },
    numberOf(first.quantity),
  );
  await keep(session, "subscription", made, "customer.subscription.created");
  const invoice = await payInvoice(
    session,
    await openInvoice(session, customer, made, "subscription_create"),
  );
  const after = { ...made, latest_invoice: invoice.id };
  await session.store.put("subscription", after.id, after);
  return params.cancel_at_period_end === true ? cancelAtPeriodEnd(session, after, true) : after;
}

function withQuantity(subscription: Subscription, quantity: number | undefined): Subscription {
  if (quantity === undefined) return subscription;
  const item = { ...itemOf(subscription), quantity };
  return { ...subscription, items: { ...subscription.items, data: [item] } };
}

async function withItems(store: Store, before: Subscription, given: Params[]): Promise<Subscription> {
  const changed = given.find(({ deleted }) => deleted !== true);
  if (!changed) return before;
  const at = changed.price
    ? repriced(before, await required<Stripe.Price>(store, "price", changed.price, "items[0][price]"))
    : before;
  return withQuantity(at, numberOf(changed.quantity));
}

function trialOf(given: unknown): Partial<Subscription> {
  if (given === "now") return { trial_end: unixNow(), status: "active" };
  const trial_end = numberOf(given);
  return trial_end === undefined ? {} : { trial_end, status: trial_end > unixNow() ? "trialing" : "active" };
}

function pauseOf(given: unknown): Partial<Subscription> {
  if (given === undefined) return {};
  return { pause_collection: given === "" ? null : (given as Stripe.Subscription.PauseCollection) };
}

/** `POST /v1/subscriptions/{id}` */
export async function updateSubscription(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, `${SHARED} pause_collection`);
  const before = await required<Subscription>(session.store, "subscription", call.id, "id");
  if (before.ended_at !== null)
    throw new StripeRefusal(404, "invalid_request_error", `No such subscription: '${call.id}'`, {
      code: "resource_missing",
      param: "id",
    });
  const items = await withItems(session.store, before, listOfParams(params.items));
  const metadata = Object.entries({ ...before.metadata, ...metadataOf(params) }).filter(
    ([, value]) => value !== "",
  );
  const after: Subscription = {
    ...items,
    ...trialOf(params.trial_end),
    ...pauseOf(params.pause_collection),
    ...(params.description === undefined ? {} : { description: textOf(params.description) || null }),
    metadata: params.metadata === "" ? {} : Object.fromEntries(metadata),
  };
  const cancel = params.cancel_at_period_end;
  if (typeof cancel === "boolean" && cancel !== before.cancel_at_period_end) {
    await session.store.put("subscription", after.id, after);
    return cancelAtPeriodEnd(session, after, cancel);
  }
  await session.change("customer.subscription.updated", "subscription", before, after);
  return after;
}

/** `POST /v1/subscriptions/{id}/resume` */
export async function resumeSubscription(session: StripeSession, call: StripeCall): Promise<object> {
  readParams(call, "billing_cycle_anchor proration_behavior");
  const before = await required<Subscription>(session.store, "subscription", call.id, "id");
  if (before.status !== "paused")
    throw new StripeRefusal(400, "invalid_request_error", "Only a paused subscription can be resumed.");
  return keep(
    session,
    "subscription",
    { ...before, status: "active" as const },
    "customer.subscription.resumed",
  );
}

const customerIn = ({ path }: StripeCall) => path.split("/").at(-2) ?? "";

/** `POST /v1/customers/{id}/balance_transactions` */
export async function adjustBalance(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "description", "amount currency");
  const before = await requireCustomer(session.store, customerIn(call));
  const amount = numberOf(params.amount) ?? 0;
  const after = { ...before, balance: before.balance + amount };
  await session.change("customer.updated", "customer", before, after);
  const made = balanceTransaction({
    id: newId("cbtxn_1", 23),
    amount,
    created: unixNow(),
    currency: textOf(params.currency),
    customer: before.id,
    description: textOf(params.description) || null,
    ending_balance: after.balance,
    metadata: metadataOf(params),
  });
  return keep(session, "customer_balance_transaction", made);
}

/** `GET /v1/customers/{id}/balance_transactions` */
export async function balanceTransactions(store: Store, call: StripeCall): Promise<object> {
  const { id } = await requireCustomer(store, customerIn(call));
  return listOf(
    await store.list<object>("customer_balance_transaction", { where: { customer: id } }),
    call.path,
  );
}

/** `GET /v1/customers/{id}/payment_methods`: everybody here has one card, but whose metadata says `card: none`. */
export async function paymentMethods(store: Store, call: StripeCall): Promise<object> {
  const { id, metadata } = await requireCustomer(store, customerIn(call));
  return listOf(metadata.card === "none" ? [] : [{ ...savedCard(), customer: id }], call.path);
}
