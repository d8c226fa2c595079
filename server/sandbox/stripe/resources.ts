import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import * as catalog from "./catalog-writes";
import { createCustomer, deleteCustomer, retrieveCustomer, updateCustomer } from "./customers";
import { resourceMissing } from "./errors";
import * as intents from "./intent-writes";
import * as invoices from "./invoice-writes";
import * as pages from "./page-writes";
import { searchIn } from "./search";
import type { StripeSession } from "./session";
import * as sub from "./subscription-writes";
import { createWebhookEndpoint, deleteWebhookEndpoint, updateWebhookEndpoint } from "./webhook-endpoints";
import { cancelSubscription, createRefund } from "./writes";

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
  /** `POST /{collection}/{id}/{verb}` */
  verbs?: Record<string, Write>;
  /** `POST /{collection}/{verb}` */
  ofAll?: Record<string, Write>;
  /** `/{collection}/{id}/{name}` */
  below?: Record<string, { list: Read; create?: Write }>;
}

/** What the simulated API offers below `/v1`, by path. */
export const RESOURCES: Record<string, Resource> = {
  customers: {
    kind: "customer",
    filters: ["email"],
    retrieve: retrieveCustomer,
    search: searchIn("customer"),
    below: {
      balance_transactions: { list: sub.balanceTransactions, create: sub.adjustBalance },
      payment_methods: { list: sub.paymentMethods },
    },
    create: createCustomer,
    update: updateCustomer,
    remove: deleteCustomer,
  },
  subscriptions: {
    kind: "subscription",
    filters: ["customer", "status"],
    // Stripe hides canceled subscriptions unless asked for them.
    defaults: { status: ["active", "trialing", "past_due", "unpaid", "paused", "incomplete"] },
    create: sub.createSubscription,
    update: sub.updateSubscription,
    remove: cancelSubscription,
    search: searchIn("subscription"),
    verbs: { resume: sub.resumeSubscription },
  },
  invoices: {
    kind: "invoice",
    filters: ["customer", "status", "collection_method"],
    create: invoices.createInvoice,
    search: searchIn("invoice"),
    ofAll: { create_preview: invoices.previewInvoice },
    verbs: {
      finalize: invoices.finalizeInvoice,
      send: invoices.sendInvoice,
      pay: invoices.payOneInvoice,
      void: invoices.voidInvoice,
      mark_uncollectible: invoices.markUncollectible,
    },
  },
  invoiceitems: { kind: "invoiceitem", filters: ["customer", "invoice"], create: invoices.createInvoiceItem },
  credit_notes: { kind: "credit_note", filters: ["customer", "invoice"], create: invoices.createCreditNote },
  charges: { kind: "charge", filters: ["customer", "payment_intent"], search: searchIn("charge") },
  payment_intents: {
    kind: "payment_intent",
    filters: ["customer"],
    create: intents.createIntent,
    search: searchIn("payment_intent"),
    verbs: { confirm: intents.confirmIntent, capture: intents.captureIntent, cancel: intents.cancelIntent },
  },
  refunds: { kind: "refund", filters: ["charge", "payment_intent"], create: createRefund },
  disputes: { kind: "dispute", filters: ["charge", "payment_intent"] },
  "checkout/sessions": {
    kind: "checkout.session",
    filters: ["customer", "subscription", "status"],
    create: pages.createCheckoutSession,
    below: { line_items: { list: pages.checkoutLines } },
  },
  payment_links: { kind: "payment_link", filters: ["active"], create: pages.createPaymentLink },
  "billing_portal/sessions": {
    kind: "billing_portal.session",
    filters: [],
    create: pages.createPortalSession,
  },
  "billing/meter_events": { kind: "meter_event", filters: [], create: pages.createMeterEvent },
  quotes: {
    kind: "quote",
    filters: ["customer", "status"],
    create: pages.createQuote,
    verbs: { finalize: pages.finalizeQuote },
  },
  "entitlements/active_entitlements": { kind: "entitlement", filters: ["customer"] },
  payouts: { kind: "payout", filters: ["status"] },
  products: { kind: "product", filters: ["active"], create: catalog.createProduct },
  prices: {
    kind: "price",
    filters: ["active", "product", "currency", "type"],
    create: catalog.createPrice,
  },
  coupons: { kind: "coupon", filters: [], create: catalog.createCoupon },
  promotion_codes: {
    kind: "promotion_code",
    filters: ["active", "code", "customer"],
    create: catalog.createPromotionCode,
  },
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
