import { z } from "zod";
import { confirmation, Integer, ifExists, optional, required, Text, UnixTime } from "../fields";
import { MetadataOutput, metadata, SMALLEST_UNIT } from "./common-fields";
import { invoiceId } from "./invoice-fields";

export const DANGER =
  "A credit note lowers what the invoice is worth for good, and money it gives back cannot be fetched back.";

const part = (title: string, description: string) =>
  optional(Integer(0), { title, description: `${description} ${SMALLEST_UNIT}`, group: "more" });

const Line = z.strictObject({
  type: required(z.enum(["invoice_line_item", "custom_line_item"]), { title: "Of the invoice, or your own" }),
  invoice_line_item: optional(Text(255), { title: "Line of the invoice", examples: ["il_1Nzo1ZGgdF1VjufL"] }),
  description: optional(Text(), { title: "Description" }),
  quantity: optional(Integer(1), { title: "Quantity" }),
  unit_amount: optional(Integer(0), { title: "Amount of one", description: SMALLEST_UNIT }),
  amount: optional(Integer(0), { title: "Amount", description: "Of a line of the invoice." }),
});

/** What a new credit note says. https://docs.stripe.com/api/credit_notes/create */
export const creation = {
  invoice: invoiceId,
  amount: optional(Integer(1), { title: "Amount", description: `${SMALLEST_UNIT} Or say it line by line.` }),
  lines: optional(z.array(Line).min(1).max(20), { title: "Lines", group: "more" }),
  reason: optional(z.enum(["duplicate", "fraudulent", "order_change", "product_unsatisfactory"]), {
    title: "Reason",
  }),
  refund_amount: part("Give back", "Of a paid invoice: how much goes back to the card."),
  credit_amount: part("Credit", "Of a paid invoice: how much the next invoices are lowered by."),
  out_of_band_amount: part(
    "Given back elsewhere",
    "Of a paid invoice: how much was given back outside Stripe.",
  ),
  memo: optional(Text(), { title: "Note", description: "Shown on the credit note.", group: "more" }),
  email_type: optional(z.enum(["credit_note", "none"]), { title: "E-mail to the customer", group: "more" }),
  effective_at: optional(UnixTime(), { title: "Takes effect", group: "more" }),
  metadata: metadata("credit note"),
  if_exists: ifExists(
    "Take the credit note that this step has already made (unless you choose), or add one.",
  ),
  confirm: confirmation(DANGER),
} as const;

export const hasOneSize = ({ amount, lines }: { amount?: unknown; lines?: unknown }) =>
  (amount === undefined) !== (lines === undefined);
export const oneSize = { error: "Give an amount or lines, one of the two.", path: ["amount"] };

export const CreditNoteOutput = z.looseObject({
  id: z.string(),
  number: z.string(),
  status: z.string(),
  invoice: z.string(),
  total: z.number(),
  currency: z.string(),
  pdf: z.string().nullish(),
  metadata: MetadataOutput,
});
