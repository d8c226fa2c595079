import type Stripe from "stripe";
import { actionsOf, type Finding, fewAtOnce, probe, type Works } from "./finding";

interface Area {
  /** As Stripe's page for restricted keys calls the permission. */
  permission: string;
  /** A list that is asked for one item. */
  read: string;
  /** Something that is not there, or lacks what it needs: whoever may write is told so, and nothing changes. */
  write?: string;
  /** What the ids of its actions begin with. */
  actions: readonly string[];
}

/** What restricted keys are allowed, as far as recipes need it. https://docs.stripe.com/keys/restricted-api-keys */
export const STRIPE_AREAS: readonly Area[] = [
  {
    permission: "Customers",
    read: "customers",
    write: "customers/cus_billhook_check",
    actions: ["stripe.customer."],
  },
  {
    permission: "Subscriptions",
    read: "subscriptions",
    write: "subscriptions/sub_billhook_check",
    actions: ["stripe.subscription."],
  },
  {
    permission: "Invoices",
    read: "invoices",
    write: "invoices/in_billhook_check",
    actions: ["stripe.invoice.", "stripe.invoice_item."],
  },
  {
    permission: "PaymentIntents",
    read: "payment_intents",
    write: "payment_intents/pi_billhook_check",
    actions: ["stripe.payment_intent."],
  },
  {
    permission: "Charges and Refunds",
    read: "charges",
    write: "refunds/re_billhook_check",
    actions: ["stripe.charge.", "stripe.refund."],
  },
  {
    permission: "Products",
    read: "products",
    write: "products/prod_billhook_check",
    actions: ["stripe.product."],
  },
  { permission: "Prices", read: "prices", write: "prices/price_billhook_check", actions: ["stripe.price."] },
  { permission: "Coupons", read: "coupons", write: "coupons/billhook_check", actions: ["stripe.coupon."] },
  {
    permission: "Promotion Codes",
    read: "promotion_codes",
    write: "promotion_codes/promo_billhook_check",
    actions: ["stripe.promotion_code."],
  },
  {
    permission: "Checkout Sessions",
    read: "checkout/sessions",
    write: "checkout/sessions/cs_billhook_check",
    actions: ["stripe.checkout_session."],
  },
  {
    permission: "Payment Links",
    read: "payment_links",
    write: "payment_links/plink_billhook_check",
    actions: ["stripe.payment_link."],
  },
  {
    permission: "Customer portal",
    read: "billing_portal/configurations",
    write: "billing_portal/configurations/bpc_billhook_check",
    actions: ["stripe.billing_portal."],
  },
  { permission: "Quotes", read: "quotes", write: "quotes/qt_billhook_check", actions: ["stripe.quote."] },
  {
    permission: "Credit notes",
    read: "credit_notes",
    write: "credit_notes/cn_billhook_check",
    actions: ["stripe.credit_note."],
  },
  {
    permission: "Billing meters",
    read: "billing/meters",
    write: "billing/meters/mtr_billhook_check",
    actions: ["stripe.meter_event."],
  },
  { permission: "Entitlements", read: "entitlements/features", actions: ["stripe.entitlement."] },
  { permission: "Balance", read: "balance_transactions", actions: ["stripe.balance."] },
  { permission: "Events", read: "events", actions: ["stripe.event."] },
  {
    permission: "Webhook Endpoints",
    read: "webhook_endpoints",
    write: "webhook_endpoints/we_billhook_check",
    actions: [],
  },
];

/** Asks for one item of everything, and to change what is not there. Changes nothing. Throws nothing. */
export async function diagnoseStripe(stripe: Stripe): Promise<Finding[]> {
  return fewAtOnce(STRIPE_AREAS, async ({ permission, read: list, write: change, actions }) => {
    const read = await probe(() => stripe.rawRequest("GET", `/v1/${list}?limit=1`));
    const write = change ? await probe(() => stripe.rawRequest("POST", `/v1/${change}`, {})) : null;
    return {
      title: permission,
      read,
      write,
      remedy: remedyOf(permission, read, write),
      actions: actionsOf(
        ({ id }) => actions.some((beginning) => id.startsWith(beginning)),
        ({ effect, lookup }) =>
          worst(effect === "read" || lookup ? read : "yes", effect === "read" ? "yes" : (write ?? "yes")),
      ),
    };
  });
}

function worst(...all: Works[]): Works {
  return all.includes("no") ? "no" : all.includes("unknown") ? "unknown" : "yes";
}

function remedyOf(permission: string, read: Works, write: Works | null): string | null {
  if (write === "no") return `Give the restricted key the permission “${permission}: Write” in Stripe.`;
  return read === "no" ? `Give the restricted key the permission “${permission}: Read” in Stripe.` : null;
}
