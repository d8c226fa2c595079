import type { Clients } from "~/server/connectors/define";
import { toConnectorError } from "~/server/connectors/errors";

type Stripe = Clients["stripe"];
type Read = (client: Stripe, id: string) => Promise<object>;

/** How each kind of object that events carry is read again. https://docs.stripe.com/api */
const READS: Readonly<Record<string, Read>> = {
  account: (client, id) => client.accounts.retrieve(id),
  application_fee: (client, id) => client.applicationFees.retrieve(id),
  "billing.alert": (client, id) => client.billing.alerts.retrieve(id),
  "billing.credit_grant": (client, id) => client.billing.creditGrants.retrieve(id),
  "billing.meter": (client, id) => client.billing.meters.retrieve(id),
  "billing_portal.configuration": (client, id) => client.billingPortal.configurations.retrieve(id),
  charge: (client, id) => client.charges.retrieve(id),
  "checkout.session": (client, id) => client.checkout.sessions.retrieve(id),
  coupon: (client, id) => client.coupons.retrieve(id),
  credit_note: (client, id) => client.creditNotes.retrieve(id),
  customer: (client, id) => client.customers.retrieve(id),
  dispute: (client, id) => client.disputes.retrieve(id),
  file: (client, id) => client.files.retrieve(id),
  invoice: (client, id) => client.invoices.retrieve(id),
  invoiceitem: (client, id) => client.invoiceItems.retrieve(id),
  mandate: (client, id) => client.mandates.retrieve(id),
  payment_intent: (client, id) => client.paymentIntents.retrieve(id),
  payment_link: (client, id) => client.paymentLinks.retrieve(id),
  payment_method: (client, id) => client.paymentMethods.retrieve(id),
  payout: (client, id) => client.payouts.retrieve(id),
  plan: (client, id) => client.plans.retrieve(id),
  price: (client, id) => client.prices.retrieve(id),
  product: (client, id) => client.products.retrieve(id),
  promotion_code: (client, id) => client.promotionCodes.retrieve(id),
  quote: (client, id) => client.quotes.retrieve(id),
  "radar.early_fraud_warning": (client, id) => client.radar.earlyFraudWarnings.retrieve(id),
  refund: (client, id) => client.refunds.retrieve(id),
  review: (client, id) => client.reviews.retrieve(id),
  setup_intent: (client, id) => client.setupIntents.retrieve(id),
  subscription: (client, id) => client.subscriptions.retrieve(id),
  subscription_schedule: (client, id) => client.subscriptionSchedules.retrieve(id),
  tax_id: (client, id) => client.taxIds.retrieve(id),
  tax_rate: (client, id) => client.taxRates.retrieve(id),
  topup: (client, id) => client.topups.retrieve(id),
  transfer: (client, id) => client.transfers.retrieve(id),
};

/** Whether an object of this kind (`customer`, `checkout.session`) can be read again by its id. */
export const canReadAgain = (kind: string): boolean => Object.hasOwn(READS, kind);

/**
 * An object as it is now; null when there is none any more. Throws what the SDK throws, and an `Error` for a kind that
 * `canReadAgain` denies.
 */
export async function currentObject(client: Stripe, kind: string, id: string): Promise<object | null> {
  const read = canReadAgain(kind) ? READS[kind] : undefined;
  if (!read) throw new Error(`Objects of the kind "${kind}" cannot be read again.`);
  try {
    const found = await read(client, id);
    return "deleted" in found && found.deleted === true ? null : found;
  } catch (error) {
    if (toConnectorError(error).status === 404) return null;
    throw error;
  }
}
