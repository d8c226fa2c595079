import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { createCustomer, deleteCustomer, retrieveCustomer, updateCustomer } from "./customers";
import { resourceMissing } from "./errors";
import { searchCustomers } from "./search";
import type { StripeSession } from "./session";
import { createWebhookEndpoint, deleteWebhookEndpoint, updateWebhookEndpoint } from "./webhook-endpoints";
import { cancelSubscription, createRefund, updateSubscription } from "./writes";

type Read = (store: Store, call: StripeCall) => Promise<object>;
type Write = (session: StripeSession, call: StripeCall) => Promise<object>;

/** One collection of the simulated API. */
export interface Resource {
  kind: string;
  /** List parameters that compare the field of the same name. */
  filters: readonly string[];
  /** What a list is narrowed to when the parameter is absent. */
  defaults?: Record<string, string[]>;
  retrieve?: Read;
  search?: Read;
  create?: Write;
  update?: Write;
  remove?: Write;
}

/** What the simulated API offers below `/v1`, by path. */
export const RESOURCES: Record<string, Resource> = {
  customers: {
    kind: "customer",
    filters: ["email"],
    retrieve: retrieveCustomer,
    search: searchCustomers,
    create: createCustomer,
    update: updateCustomer,
    remove: deleteCustomer,
  },
  subscriptions: {
    kind: "subscription",
    filters: ["customer", "status"],
    // Stripe hides canceled subscriptions unless asked for them.
    defaults: { status: ["active", "trialing", "past_due", "unpaid", "paused", "incomplete"] },
    update: updateSubscription,
    remove: cancelSubscription,
  },
  invoices: { kind: "invoice", filters: ["customer", "status", "collection_method"] },
  charges: { kind: "charge", filters: ["customer", "payment_intent"] },
  payment_intents: { kind: "payment_intent", filters: ["customer"] },
  refunds: { kind: "refund", filters: ["charge", "payment_intent"], create: createRefund },
  disputes: { kind: "dispute", filters: ["charge", "payment_intent"] },
  "checkout/sessions": { kind: "checkout.session", filters: ["customer", "subscription", "status"] },
  products: { kind: "product", filters: [] },
  prices: { kind: "price", filters: ["product", "currency", "type"] },
  events: { kind: "event", filters: ["type"] },
  webhook_endpoints: {
    kind: "webhook_endpoint",
    filters: [],
    create: createWebhookEndpoint,
    update: updateWebhookEndpoint,
    remove: deleteWebhookEndpoint,
  },
};

/** Retrieves by id, for collections with nothing special about it. */
export function retrieveFrom(kind: string): Read {
  return async (store, call) => {
    const found = await store.get<object>(kind, call.id);
    if (!found) throw resourceMissing(kind.replaceAll("_", " "), call.id);
    return found;
  };
}
