import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import * as fields from "~/server/connectors/stripe/credit-note-fields";
import { findMarked, marked } from "~/server/connectors/stripe/mark";

const invoice = "in_1TBillhookSample";
const made = {
  id: "cn_1TBillhook",
  number: "B-1-CN-01",
  status: "issued",
  invoice,
  total: 1000,
  currency: "usd",
};

export const creditNoteCreate = defineAction({
  id: "stripe.credit_note.create",
  app: "stripe",
  title: "Create credit note",
  summary: "Lowers an invoice that is already final, and gives money back if it was paid.",
  words: ["create|make|issue|add|write|raise|prepare|draft|book credit note", "credit note"],
  docs: "https://docs.stripe.com/api/credit_notes/create",
  effect: "keyed",
  bucket: "stripe",
  danger: fields.DANGER,
  input: z.strictObject(fields.creation).refine(fields.hasOneSize, fields.oneSize),
  output: fields.CreditNoteOutput,
  sample: { input: { invoice, amount: 1000, confirm: true }, output: made },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, made),
  async lookup(stripe, { invoice }, { key }) {
    const found = await findMarked(stripe.creditNotes.list({ invoice, limit: 100 }), key);
    return found && plain(found);
  },
  async run(stripe, { confirm: _, if_exists: __, ...rest }, { key }) {
    const parameters = defined({ ...rest, metadata: marked(rest.metadata, key) });
    return plain(await stripe.creditNotes.create(parameters, { idempotencyKey: key }));
  },
});
