import type Stripe from "stripe";
import { z } from "zod";
import { Email, Flag, Integer, optional, required, Text } from "../fields";
import {
  currency,
  idOf,
  MetadataOutput,
  metadata,
  offSession,
  paymentMethod,
  SMALLEST_UNIT,
} from "./common-fields";

export const paymentIntentId = idOf("Payment intent", "pi_3MtwBwLkdIwHu7ix28a3tqPa").meta({
  placeholder: "{{ trigger.data.object.payment_intent }}",
});

export const returnUrl = optional(Text(), {
  title: "Back to",
  description: "Where the customer lands after confirming the payment with their bank.",
  examples: ["https://example.com/thanks"],
  group: "more",
});

const AutomaticPaymentMethods = z.strictObject({
  enabled: required(Flag(), { title: "All kinds that the account has switched on" }),
  allow_redirects: optional(z.enum(["always", "never"]), { title: "Also those that leave the page" }),
});

/** What a new payment intent can be given. https://docs.stripe.com/api/payment_intents/create */
export const creation = {
  amount: required(Integer(1), { title: "Amount", description: SMALLEST_UNIT, examples: [4900] }),
  currency,
  customer: optional(Text(255), {
    title: "Customer",
    description: "Who pays.",
    placeholder: "{{ trigger.data.object.customer }}",
  }),
  description: optional(Text(1000), { title: "Description" }),
  payment_method: paymentMethod("What it is paid with; it must belong to the customer."),
  confirm: optional(Flag(), {
    title: "Charge at once",
    description: "True takes the payment now; otherwise it waits to be confirmed.",
    group: "more",
  }),
  off_session: offSession,
  return_url: returnUrl,
  capture_method: optional(z.enum(["automatic", "automatic_async", "manual"]), {
    title: "Capture",
    description: "Collect the money by itself, or only hold it until a step captures it (manual).",
    group: "more",
  }),
  setup_future_usage: optional(z.enum(["on_session", "off_session"]), {
    title: "Save the payment method for later",
    description: "For payments with the customer there, or also without them.",
    group: "more",
  }),
  automatic_payment_methods: optional(AutomaticPaymentMethods, {
    title: "Kinds of payment",
    group: "more",
  }),
  receipt_email: optional(Email(), { title: "Send the receipt to", group: "more" }),
  statement_descriptor_suffix: optional(Text(22), { title: "Text on the bank statement", group: "more" }),
  metadata: metadata("payment"),
};

type Creation = {
  confirm?: boolean | undefined;
  off_session?: boolean | undefined;
  return_url?: string | undefined;
};
export const isConfirmedIfNeeded = ({ confirm, off_session, return_url }: Creation) =>
  confirm === true || (off_session === undefined && return_url === undefined);
export const confirmToo = {
  error: "This only goes with charging at once: set that too.",
  path: ["confirm"],
};

export const PaymentIntentOutput = z.looseObject({
  id: z.string(),
  status: z.string(),
  amount: z.number(),
  amount_received: z.number().optional(),
  currency: z.string(),
  customer: z.string().nullable(),
  latest_charge: z.string().nullish(),
  payment_method: z.string().nullish(),
  metadata: MetadataOutput,
});

/** A payment intent, changed unless it already is in one of the states that count as done. */
export async function unlessDone(
  stripe: Stripe,
  id: string,
  done: readonly string[],
  change: () => Promise<Stripe.PaymentIntent>,
): Promise<Stripe.PaymentIntent> {
  const now = await stripe.paymentIntents.retrieve(id);
  return done.includes(now.status) ? now : change();
}
