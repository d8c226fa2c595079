import type { SandboxActionId } from "~/server/services/sandbox/schemas";
import type { SandboxAct } from "./act-context";
import { checkoutCompletedAct, deleteCustomerAct, newCustomerAct, updateCustomerAct } from "./act-customers";
import { disputeAct, paymentFailsAct, paymentSucceedsAct, refundAct } from "./act-payments";
import {
  cancelAtPeriodEndAct,
  cancelSubscriptionAct,
  changePlanAct,
  startTrialAct,
  subscribeAct,
  trialWillEndAct,
} from "./act-subscriptions";

/** What each button of the Stripe sandbox does. */
export const ACTS: Record<SandboxActionId, SandboxAct> = {
  new_customer: newCustomerAct,
  checkout_completed: checkoutCompletedAct,
  update_customer: updateCustomerAct,
  delete_customer: deleteCustomerAct,
  subscribe: subscribeAct,
  start_trial: startTrialAct,
  trial_will_end: trialWillEndAct,
  change_plan: changePlanAct,
  cancel_at_period_end: cancelAtPeriodEndAct,
  cancel_subscription: cancelSubscriptionAct,
  payment_succeeds: paymentSucceedsAct,
  payment_fails: paymentFailsAct,
  refund: refundAct,
  dispute: disputeAct,
};
