import type Stripe from "stripe";
import { SAMPLE_TIME } from "./fixtures";

/** A succeeded full refund of 49.00 USD. https://docs.stripe.com/api/refunds/object */
export function refund(given: Partial<Stripe.Refund> = {}): Stripe.Refund {
  const id = given.id ?? "re_3TBillhookSample";
  return {
    id,
    object: "refund",
    amount: 4900,
    balance_transaction: `txn_${id.slice(3)}`,
    charge: "ch_3TBillhookSample",
    created: SAMPLE_TIME,
    currency: "usd",
    customer: "cus_TBillhookSample",
    customer_account: null,
    destination_details: {
      card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" },
      type: "card",
    },
    metadata: {},
    payment_intent: "pi_3TBillhookSample",
    payment_method: "pm_1TBillhookSample",
    reason: "requested_by_customer",
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
    ...given,
  };
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/** A fresh dispute that wants evidence within a week. https://docs.stripe.com/api/disputes/object */
export function dispute(given: Partial<Stripe.Dispute> = {}): Stripe.Dispute {
  const created = given.created ?? SAMPLE_TIME;
  return {
    id: "du_1TBillhookSample",
    object: "dispute",
    amount: 4900,
    balance_transactions: [],
    charge: "ch_3TBillhookSample",
    created,
    currency: "usd",
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: created + 7 * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "manual",
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: "pi_3TBillhookSample",
    payment_method_details: {
      card: { brand: "visa", case_type: "chargeback", network: "visa", network_reason_code: "10.4" },
      type: "card",
    },
    reason: "fraudulent",
    status: "needs_response",
    ...given,
  };
}
