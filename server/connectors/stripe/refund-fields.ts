import type Stripe from "stripe";
import { z } from "zod";
import { Integer, optional, Text } from "../fields";
import { isStripeError } from "./answers";
import { MetadataOutput, metadata, SMALLEST_UNIT } from "./common-fields";

export const DANGER =
  "Sends the money back to the customer. A refund that has been paid out cannot be taken back.";

export const REUSE =
  "Take a refund of the same amount that is already there (unless you choose), or make another.";

/** https://docs.stripe.com/api/refunds/create */
export const creation = {
  payment_intent: optional(Text(255), {
    title: "Payment intent",
    description: "The payment to give back; or give the charge.",
    placeholder: "{{ trigger.data.object.payment_intent }}",
  }),
  charge: optional(Text(255), { title: "Charge", description: "Or give the payment intent." }),
  amount: optional(Integer(1), {
    title: "Amount",
    description: `All that is left unless you say less. ${SMALLEST_UNIT}`,
  }),
  reason: optional(z.enum(["duplicate", "fraudulent", "requested_by_customer"]), {
    title: "Why",
    description: "Fraudulent also puts card and e-mail address on the account's block lists.",
  }),
  metadata: metadata("refund"),
};

type Source = { payment_intent?: string | undefined; charge?: string | undefined };
export const hasOneSource = ({ payment_intent, charge }: Source) =>
  (payment_intent === undefined) !== (charge === undefined);
export const oneSource = {
  error: "Give a payment intent or a charge, one of the two.",
  path: ["payment_intent"],
};

/** The newest refund of the payment that has not failed; of this amount, if one is given. */
export async function findRefund(
  stripe: Stripe,
  { payment_intent, charge }: Source,
  amount?: number,
): Promise<Stripe.Refund | undefined> {
  const of = payment_intent ? { payment_intent } : charge ? { charge } : {};
  const { data } = await stripe.refunds.list({ ...of, limit: 100 });
  const holds = ({ status }: Stripe.Refund) => status !== "failed" && status !== "canceled";
  return data.find((refund) => holds(refund) && (amount === undefined || refund.amount === amount));
}

/** The refund; the one that is there when all of the money has been given back before. */
export async function unlessRefunded(
  stripe: Stripe,
  source: Source,
  create: () => Promise<Stripe.Refund>,
): Promise<Stripe.Refund> {
  try {
    return await create();
  } catch (error) {
    const isRefunded = isStripeError(error, { code: "charge_already_refunded" });
    const earlier = isRefunded ? await findRefund(stripe, source) : undefined;
    if (!earlier) throw error;
    return earlier;
  }
}

export const RefundOutput = z.looseObject({
  id: z.string(),
  status: z.string().nullable(),
  amount: z.number(),
  currency: z.string(),
  charge: z.string().nullable(),
  payment_intent: z.string().nullable(),
  reason: z.string().nullish(),
  metadata: MetadataOutput,
});

export const ChargeOutput = z.looseObject({
  id: z.string(),
  status: z.string(),
  amount: z.number(),
  amount_refunded: z.number(),
  currency: z.string(),
  customer: z.string().nullable(),
  payment_intent: z.string().nullish(),
  receipt_url: z.string().nullish(),
  failure_code: z.string().nullish(),
  failure_message: z.string().nullish(),
  metadata: MetadataOutput,
});
