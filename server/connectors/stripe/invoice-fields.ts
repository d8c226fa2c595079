import type Stripe from "stripe";
import { z } from "zod";
import { Flag, ifExists, optional, Text, UnixTime } from "../fields";
import {
  collectionMethod,
  daysUntilDue,
  discounts,
  idOf,
  MetadataOutput,
  metadata,
  offSession,
  paymentMethod,
} from "./common-fields";
import { price, quantity } from "./subscription-items";

export const invoiceId = idOf("Invoice", "in_1MtHbELkdIwHu7ixl4OzzPMv").meta({
  placeholder: "{{ trigger.data.object.id }}",
});

export const bySubscription = optional(Text(255), {
  title: "Subscription",
  description: "Only those of this subscription.",
  group: "more",
});

export const autoAdvance = optional(Flag(), {
  title: "Let Stripe go on",
  description: "Whether Stripe finalizes it, collects the payment and sends reminders by itself.",
  group: "more",
});

/** How it is paid. https://docs.stripe.com/api/invoices/pay */
export const payment = {
  payment_method: paymentMethod("Another than the customer's own."),
  off_session: offSession,
  paid_out_of_band: optional(Flag(), {
    title: "Paid elsewhere",
    description: "Only note that it has been paid, by bank transfer for example; nothing is charged.",
    group: "more",
  }),
};

/** What only a new invoice can be told. */
export const creation = {
  description: optional(Text(1500), { title: "Description", description: "Shown on the invoice." }),
  subscription: optional(Text(255), {
    title: "Subscription",
    description: "Bills the items that wait on this subscription.",
    group: "more",
  }),
  currency: optional(Text(3), { title: "Currency", examples: ["usd"], group: "more" }),
  footer: optional(Text(), { title: "Footer", group: "more" }),
  pending_invoice_items_behavior: optional(z.enum(["exclude", "include"]), {
    title: "Waiting items",
    description: "Leave them for later (unless you choose), or put them on this invoice.",
    group: "more",
  }),
  auto_advance: autoAdvance,
  collection_method: collectionMethod,
  days_until_due: daysUntilDue,
  due_date: optional(UnixTime(), {
    title: "Due",
    description: "Only of an e-mailed invoice; instead of the days until due.",
    examples: ["2026-12-31"],
    group: "more",
  }),
  discounts,
  default_payment_method: paymentMethod("What this invoice is paid with."),
  metadata: metadata("invoice"),
  if_exists: ifExists("Take the invoice that this step has already made (unless you choose), or add one."),
};

export const INVOICE_STATUSES = ["draft", "open", "paid", "uncollectible", "void"] as const;

export const InvoiceOutput = z.looseObject({
  id: z.string(),
  status: z.string().nullable(),
  customer: z.string().nullable(),
  currency: z.string(),
  total: z.number(),
  amount_due: z.number(),
  amount_paid: z.number(),
  due_date: z.number().nullish(),
  hosted_invoice_url: z.string().nullish(),
  invoice_pdf: z.string().nullish(),
  number: z.string().nullish(),
  metadata: MetadataOutput,
});

type Due = {
  collection_method?: string | undefined;
  days_until_due?: number | undefined;
  due_date?: number | undefined;
};

export const hasOneDue = ({ collection_method, days_until_due, due_date }: Due) => {
  const given = [days_until_due, due_date].filter((value) => value !== undefined).length;
  return given === (collection_method === "send_invoice" ? 1 : 0);
};
export const oneDue = {
  error:
    "An e-mailed invoice needs the days until due or a due date, one of the two; a charged one has neither.",
  path: ["days_until_due"],
};

/** An invoice, changed unless it already is in one of the states that count as done. */
export async function unlessDone(
  stripe: Stripe,
  id: string,
  done: readonly (string | null)[],
  change: () => Promise<Stripe.Invoice>,
): Promise<Stripe.Invoice> {
  const now = await stripe.invoices.retrieve(id);
  return done.includes(now.status) ? now : change();
}

const PreviewItem = z.strictObject({
  id: optional(Text(255), { title: "Item to change", description: "Its id (si_…); without it, one more." }),
  price: optional(Text(255), price),
  quantity,
  deleted: optional(Flag(), { title: "Remove this item" }),
});

/** What would be different about the subscription. */
export const PreviewDetails = z.strictObject({
  items: optional(z.array(PreviewItem).max(20), { title: "Plan and quantity" }),
  proration_behavior: optional(z.enum(["create_prorations", "always_invoice", "none"]), {
    title: "The rest of the period",
  }),
  cancel_at_period_end: optional(Flag(), { title: "Ends with the period" }),
  cancel_now: optional(Flag(), { title: "Ends at once" }),
  trial_end: optional(z.union([z.literal("now"), UnixTime()]), { title: "Trial ends" }),
});
