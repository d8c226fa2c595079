import type Stripe from "stripe";
import type { StripeEventEnvelope } from "~/server/connectors/stripe/fixtures";
import { readStore } from "~/server/sandbox/account";
import { type Delivery, deliverDue } from "~/server/sandbox/stripe/delivery";
import { itemOf } from "~/server/sandbox/stripe/subscriptions";
import type { ServiceContext } from "~/server/services/context";
import { findAccountOf } from "./account";
import type { EmittedEventView, SandboxCustomerView, StripeSandboxView } from "./views";

const SHOWN = 50;

function iso(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString();
}

function subscriptionView(
  subscription: Stripe.Subscription,
): NonNullable<SandboxCustomerView["subscription"]> {
  const item = itemOf(subscription);
  return {
    id: subscription.id,
    plan: item.price.nickname ?? item.price.id,
    status: subscription.status,
    amount: (item.price.unit_amount ?? 0) * (item.quantity ?? 1),
    currency: subscription.currency,
    cancelsAtPeriodEnd: subscription.cancel_at_period_end,
    periodEndsAt: iso(subscription.trial_end ?? item.current_period_end),
  };
}

function customerView(
  customer: Stripe.Customer,
  subscriptions: Stripe.Subscription[],
  invoices: Stripe.Invoice[],
): SandboxCustomerView {
  const own = subscriptions.filter((subscription) => subscription.customer === customer.id);
  const subscription = own.find((one) => one.ended_at === null) ?? own[0];
  const open = invoices.find((invoice) => invoice.customer === customer.id);
  return {
    id: customer.id,
    name: customer.name ?? null,
    email: customer.email,
    createdAt: iso(customer.created),
    delinquent: customer.delinquent === true,
    subscription: subscription ? subscriptionView(subscription) : null,
    openInvoice: open
      ? { id: open.id, number: open.number, amount: open.amount_remaining, currency: open.currency }
      : null,
  };
}

/** How Billhook recorded these events, by Stripe's id. */
async function receivedEvents(
  ctx: ServiceContext,
  connectionId: string | null,
  ids: string[],
): Promise<Map<string, EmittedEventView["received"]>> {
  if (!connectionId || ids.length === 0) return new Map();
  const rows = await ctx.db.event.findMany({
    where: { workspaceId: ctx.workspaceId, originId: connectionId, externalId: { in: ids } },
    select: {
      id: true,
      externalId: true,
      fate: true,
      runs: {
        select: { id: true, status: true, recipe: { select: { name: true } } },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  return new Map(
    rows.map(({ externalId, id, fate, runs }) => [
      externalId,
      {
        id,
        fate,
        runs: runs.map((run) => ({ id: run.id, status: run.status, recipeName: run.recipe.name })),
      },
    ]),
  );
}

function customerOf(object: object): string | null {
  const { id, object: kind, customer } = object as { id?: string; object?: string; customer?: unknown };
  if (kind === "customer") return id ?? null;
  return typeof customer === "string" ? customer : null;
}

/** The simulated Stripe account as its page shows it; null before it is opened. Also resumes stuck deliveries. */
export async function stripeSandboxState(ctx: ServiceContext): Promise<StripeSandboxView | null> {
  const scope = await findAccountOf(ctx, "stripe");
  if (!scope) return null;
  const store = readStore(scope);
  const [connectionId, customers, events, sent] = await Promise.all([
    connectionOf(ctx, scope.accountId),
    store.list<Stripe.Customer>("customer", { limit: SHOWN }),
    store.list<StripeEventEnvelope>("event", { limit: SHOWN }),
    store.list<Delivery>("delivery", { limit: SHOWN }),
  ]);
  const own = { customer: customers.map((customer) => customer.id) };
  const [subscriptions, invoices, received] = await Promise.all([
    store.list<Stripe.Subscription>("subscription", { where: own, limit: 500 }),
    store.list<Stripe.Invoice>("invoice", { where: { ...own, status: "open" }, limit: 500 }),
    receivedEvents(
      ctx,
      connectionId,
      events.map((event) => event.id),
    ),
  ]);
  const deliveries = new Map(sent.map((delivery) => [delivery.id, delivery]));
  if ([...deliveries.values()].some((delivery) => delivery.status === "pending")) void deliverDue(scope);
  return {
    connectionId,
    customers: customers.map((customer) => customerView(customer, subscriptions, invoices)),
    events: events.map((event) => eventView(event, deliveries.get(event.id), received.get(event.id) ?? null)),
  };
}

function eventView(
  event: StripeEventEnvelope,
  delivery: Delivery | undefined,
  received: EmittedEventView["received"],
): EmittedEventView {
  const { status, attempts, detail } = delivery ?? {
    status: "undelivered" as const,
    attempts: 0,
    detail: "Nothing is known of its delivery.",
  };
  return {
    id: event.id,
    type: event.type,
    createdAt: iso(event.created),
    customerId: customerOf(event.data.object),
    delivery: { status, attempts, detail },
    received,
  };
}

/** The connection that stands for a sandbox account, unless it was deleted. */
export async function connectionOf(ctx: ServiceContext, sandboxAccountId: string): Promise<string | null> {
  const row = await ctx.db.connection.findFirst({
    where: { workspaceId: ctx.workspaceId, sandboxAccountId, deletedAt: null },
    select: { id: true },
  });
  return row?.id ?? null;
}
