import type { SandboxActionId } from "~/server/services/sandbox/schemas";
import type { SandboxCustomerView } from "~/server/services/sandbox/views";

const NEEDS_SUBSCRIPTION: readonly SandboxActionId[] = [
  "change_plan",
  "cancel_at_period_end",
  "cancel_subscription",
];
const NEEDS_NONE: readonly SandboxActionId[] = ["subscribe", "start_trial"];
const NEEDS_NOBODY: readonly SandboxActionId[] = ["new_customer", "checkout_completed"];

/** Why a button does not apply to the chosen customer, or null when it does. What only the account knows it says itself. */
export function whyNot(action: SandboxActionId, customer: SandboxCustomerView | null): string | null {
  if (NEEDS_NOBODY.includes(action)) return null;
  if (!customer) return "Choose a customer first";
  const status = customer.subscription?.status;
  const running = status !== undefined && status !== "canceled";
  if (NEEDS_NONE.includes(action) && running) return "The customer already has a subscription";
  if (NEEDS_SUBSCRIPTION.includes(action) && !running) return "The customer has no subscription";
  if (action === "trial_will_end" && status !== "trialing") return "The customer is not in a trial";
  if (action.startsWith("payment_") && !running && !customer.openInvoice)
    return "The customer has no subscription";
  return null;
}
