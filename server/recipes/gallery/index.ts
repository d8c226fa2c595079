import { checkoutCompleted } from "./checkout-completed";
import { newCustomer } from "./new-customer";
import { paymentFailed } from "./payment-failed";
import { refundApology } from "./refund-apology";
import { subscriptionCanceled } from "./subscription-canceled";
import { subscriptionStarted } from "./subscription-started";
import type { Template } from "./template";
import { trialEnding } from "./trial-ending";
import { vipPayment } from "./vip-payment";

/** The gallery, in the order that visitors see. */
export const TEMPLATES: readonly Template[] = [
  newCustomer,
  subscriptionStarted,
  trialEnding,
  paymentFailed,
  subscriptionCanceled,
  vipPayment,
  checkoutCompleted,
  refundApology,
];

export function getTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
