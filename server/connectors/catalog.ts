import { recipeCall } from "./core/actions/recipe-call";
import { customerioApi } from "./customerio/actions/api";
import { batch } from "./customerio/actions/batch";
import { broadcastStatus } from "./customerio/actions/broadcast-status";
import { broadcastTrigger } from "./customerio/actions/broadcast-trigger";
import { campaignGet } from "./customerio/actions/campaign-get";
import { cdp } from "./customerio/actions/cdp";
import { collectionReplace } from "./customerio/actions/collection-replace";
import { deviceAdd } from "./customerio/actions/device-add";
import { deviceRemove } from "./customerio/actions/device-remove";
import { emailSend } from "./customerio/actions/email-send";
import { espSuppression } from "./customerio/actions/esp-suppression";
import { eventAnonymous } from "./customerio/actions/event-anonymous";
import { eventTrack } from "./customerio/actions/event-track";
import { formSubmit } from "./customerio/actions/form-submit";
import { messageGet } from "./customerio/actions/message-get";
import { messageSend } from "./customerio/actions/message-send";
import { objectUpsert } from "./customerio/actions/object-upsert";
import { personDelete } from "./customerio/actions/person-delete";
import { personFind } from "./customerio/actions/person-find";
import { personGet } from "./customerio/actions/person-get";
import { personMerge } from "./customerio/actions/person-merge";
import { personSegments } from "./customerio/actions/person-segments";
import { personSubscription } from "./customerio/actions/person-subscription";
import { personSuppress } from "./customerio/actions/person-suppress";
import { personUnsuppress } from "./customerio/actions/person-unsuppress";
import { personUpsert } from "./customerio/actions/person-upsert";
import { relationshipSet } from "./customerio/actions/relationship-set";
import { segmentAdd } from "./customerio/actions/segment-add";
import { segmentManage } from "./customerio/actions/segment-manage";
import { segmentRemove } from "./customerio/actions/segment-remove";
import type { Action } from "./define";
import { api as stripeApi } from "./stripe/actions/api";
import { balanceGet } from "./stripe/actions/balance-get";
import { billingPortalCreate } from "./stripe/actions/billing-portal-create";
import { chargeFind } from "./stripe/actions/charge-find";
import { checkoutSessionCreate } from "./stripe/actions/checkout-session-create";
import { checkoutSessionGet } from "./stripe/actions/checkout-session-get";
import { couponCreate } from "./stripe/actions/coupon-create";
import { creditNoteCreate } from "./stripe/actions/credit-note-create";
import { customerBalance } from "./stripe/actions/customer-balance";
import { customerCreate } from "./stripe/actions/customer-create";
import { customerDelete } from "./stripe/actions/customer-delete";
import { customerGet } from "./stripe/actions/customer-get";
import { customerList } from "./stripe/actions/customer-list";
import { customerPaymentMethods } from "./stripe/actions/customer-payment-methods";
import { customerSearch } from "./stripe/actions/customer-search";
import { customerUpdate } from "./stripe/actions/customer-update";
import { customerUpsert } from "./stripe/actions/customer-upsert";
import { entitlementList } from "./stripe/actions/entitlement-list";
import { eventList } from "./stripe/actions/event-list";
import { invoiceCreate } from "./stripe/actions/invoice-create";
import { invoiceFinalize } from "./stripe/actions/invoice-finalize";
import { invoiceGet } from "./stripe/actions/invoice-get";
import { invoiceItemCreate } from "./stripe/actions/invoice-item-create";
import { invoiceList } from "./stripe/actions/invoice-list";
import { invoiceMarkUncollectible } from "./stripe/actions/invoice-mark-uncollectible";
import { invoicePay } from "./stripe/actions/invoice-pay";
import { invoicePreview } from "./stripe/actions/invoice-preview";
import { invoiceSend } from "./stripe/actions/invoice-send";
import { invoiceVoid } from "./stripe/actions/invoice-void";
import { meterEventCreate } from "./stripe/actions/meter-event-create";
import { paymentIntentCancel } from "./stripe/actions/payment-intent-cancel";
import { paymentIntentCapture } from "./stripe/actions/payment-intent-capture";
import { paymentIntentConfirm } from "./stripe/actions/payment-intent-confirm";
import { paymentIntentCreate } from "./stripe/actions/payment-intent-create";
import { paymentIntentFind } from "./stripe/actions/payment-intent-find";
import { paymentLinkCreate } from "./stripe/actions/payment-link-create";
import { priceCreate } from "./stripe/actions/price-create";
import { priceList } from "./stripe/actions/price-list";
import { productCreate } from "./stripe/actions/product-create";
import { promotionCodeCreate } from "./stripe/actions/promotion-code-create";
import { quoteCreate } from "./stripe/actions/quote-create";
import { quoteFinalize } from "./stripe/actions/quote-finalize";
import { refundCreate } from "./stripe/actions/refund-create";
import { refundList } from "./stripe/actions/refund-list";
import { subscriptionCancel } from "./stripe/actions/subscription-cancel";
import { subscriptionCreate } from "./stripe/actions/subscription-create";
import { subscriptionExtendTrial } from "./stripe/actions/subscription-extend-trial";
import { subscriptionGet } from "./stripe/actions/subscription-get";
import { subscriptionList } from "./stripe/actions/subscription-list";
import { subscriptionResume } from "./stripe/actions/subscription-resume";
import { subscriptionSearch } from "./stripe/actions/subscription-search";
import { subscriptionUpdate } from "./stripe/actions/subscription-update";

const DECLARED = [
  customerCreate,
  customerUpdate,
  customerUpsert,
  customerGet,
  customerList,
  customerSearch,
  customerDelete,
  customerBalance,
  customerPaymentMethods,
  subscriptionCreate,
  subscriptionUpdate,
  subscriptionExtendTrial,
  subscriptionCancel,
  subscriptionResume,
  subscriptionGet,
  subscriptionList,
  subscriptionSearch,
  invoiceCreate,
  invoiceItemCreate,
  invoiceFinalize,
  invoiceSend,
  invoicePay,
  invoiceVoid,
  invoiceMarkUncollectible,
  invoiceGet,
  invoiceList,
  invoicePreview,
  paymentIntentCreate,
  paymentIntentConfirm,
  paymentIntentCapture,
  paymentIntentCancel,
  paymentIntentFind,
  chargeFind,
  refundCreate,
  refundList,
  productCreate,
  priceCreate,
  priceList,
  couponCreate,
  promotionCodeCreate,
  checkoutSessionCreate,
  checkoutSessionGet,
  paymentLinkCreate,
  billingPortalCreate,
  creditNoteCreate,
  quoteCreate,
  quoteFinalize,
  meterEventCreate,
  balanceGet,
  eventList,
  entitlementList,
  stripeApi,
  personUpsert,
  personDelete,
  personGet,
  personFind,
  personSegments,
  personSuppress,
  personUnsuppress,
  personMerge,
  personSubscription,
  deviceAdd,
  deviceRemove,
  eventTrack,
  eventAnonymous,
  formSubmit,
  segmentAdd,
  segmentRemove,
  segmentManage,
  objectUpsert,
  relationshipSet,
  batch,
  emailSend,
  messageSend,
  broadcastTrigger,
  broadcastStatus,
  campaignGet,
  messageGet,
  collectionReplace,
  espSuppression,
  cdp,
  customerioApi,
  recipeCall,
];

/** Every action. A caller pairs it with a client of its `app`; the list itself cannot say so. */
export const ACTIONS = DECLARED as unknown as readonly Action[];

const BY_ID = new Map<string, Action>(ACTIONS.map((action) => [action.id, action]));

export function getAction(id: string): Action | undefined {
  return BY_ID.get(id);
}
