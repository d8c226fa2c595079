import { annualRenewal } from "./annual-renewal";
import { appSignUp } from "./app-sign-up";
import { bouncedCoupon } from "./bounced-coupon";
import { cancelFeedback } from "./cancel-feedback";
import { cancelSaveOffer } from "./cancel-save-offer";
import { cancellationWithdrawn } from "./cancellation-withdrawn";
import { cardExpiring } from "./card-expiring";
import { checkoutAbandoned } from "./checkout-abandoned";
import { checkoutCompleted } from "./checkout-completed";
import { checkoutIdentify } from "./checkout-identify";
import { customerDeleted } from "./customer-deleted";
import { customerProfile } from "./customer-profile";
import { disputeAlert } from "./dispute-alert";
import { disputeClosed } from "./dispute-closed";
import { dunningSequence } from "./dunning-sequence";
import { earlyFraudWarning } from "./early-fraud-warning";
import { emailBounced } from "./email-bounced";
import { failedThreeTimes } from "./failed-three-times";
import { firstPurchase } from "./first-purchase";
import { invoiceOverdue } from "./invoice-overdue";
import { invoiceReceipt } from "./invoice-receipt";
import { largeRefund } from "./large-refund";
import { loyaltyCredit } from "./loyalty-credit";
import { newCompany } from "./new-company";
import { newCustomer } from "./new-customer";
import { openInvoiceReminder } from "./open-invoice-reminder";
import { paymentActionRequired } from "./payment-action-required";
import { paymentFailed } from "./payment-failed";
import { paymentFailedText } from "./payment-failed-text";
import { paymentLinkPurchase } from "./payment-link-purchase";
import { paymentRecovered } from "./payment-recovered";
import { payoutToFinance } from "./payout-to-finance";
import { planChanged } from "./plan-changed";
import { planSegments } from "./plan-segments";
import { quoteAccepted } from "./quote-accepted";
import { refundApology } from "./refund-apology";
import { refundFailed } from "./refund-failed";
import { reportUsage } from "./report-usage";
import { segmentCoupon } from "./segment-coupon";
import { spamComplaint } from "./spam-complaint";
import { subscriptionCanceled } from "./subscription-canceled";
import { subscriptionPaused } from "./subscription-paused";
import { subscriptionStarted } from "./subscription-started";
import { taxIdAdded } from "./tax-id-added";
import type { Template } from "./template";
import { trialConverted } from "./trial-converted";
import { trialEnding } from "./trial-ending";
import { trialEndingNoCard } from "./trial-ending-no-card";
import { trialExtension } from "./trial-extension";
import { unsubscribeSync } from "./unsubscribe-sync";
import { usageAlert } from "./usage-alert";
import { vipLifetimeValue } from "./vip-lifetime-value";
import { vipPayment } from "./vip-payment";
import { weeklyDigest } from "./weekly-digest";
import { winBackOffer } from "./win-back-offer";

/** The gallery, in the order that visitors see: what most people want first. */
export const TEMPLATES: readonly Template[] = [
  newCustomer,
  paymentFailed,
  subscriptionStarted,
  trialEnding,
  subscriptionCanceled,
  checkoutCompleted,
  dunningSequence,
  invoiceReceipt,
  checkoutAbandoned,
  disputeAlert,
  cancelSaveOffer,
  planChanged,
  vipLifetimeValue,
  refundApology,
  cardExpiring,
  trialConverted,
  paymentRecovered,
  winBackOffer,
  unsubscribeSync,
  failedThreeTimes,
  segmentCoupon,
  firstPurchase,
  annualRenewal,
  planSegments,
  invoiceOverdue,
  emailBounced,
  customerProfile,
  payoutToFinance,
  weeklyDigest,
  trialEndingNoCard,
  cancelFeedback,
  vipPayment,
  usageAlert,
  newCompany,
  appSignUp,
  subscriptionPaused,
  paymentActionRequired,
  checkoutIdentify,
  largeRefund,
  earlyFraudWarning,
  trialExtension,
  loyaltyCredit,
  paymentLinkPurchase,
  quoteAccepted,
  spamComplaint,
  cancellationWithdrawn,
  paymentFailedText,
  taxIdAdded,
  openInvoiceReminder,
  reportUsage,
  disputeClosed,
  bouncedCoupon,
  refundFailed,
  customerDeleted,
];

export function getTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
