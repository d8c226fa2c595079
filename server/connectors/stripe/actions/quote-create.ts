import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { findMarked, marked } from "~/server/connectors/stripe/mark";
import { creation, QUOTE, QuoteOutput } from "~/server/connectors/stripe/quote-fields";

export const quoteCreate = defineAction({
  id: "stripe.quote.create",
  app: "stripe",
  title: "Create quote",
  summary: "Drafts an offer for a customer, which becomes an invoice or a subscription when accepted.",
  words: [
    "create|make|draft|prepare|write|build|generate|raise|issue|new quote|offer|quotation",
    "set up quote",
    "quote @person",
    "offer|quote stripe",
    "quote|quotation",
  ],
  docs: "https://docs.stripe.com/api/quotes/create",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject(creation),
  output: QuoteOutput,
  sample: {
    input: { customer: "cus_TBillhookSample", line_items: [{ price: "price_1TBillhookSample" }] },
    output: QUOTE,
  },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, QUOTE),
  async lookup(stripe, { customer }, { key }) {
    const made = await findMarked(stripe.quotes.list({ customer, limit: 100 }), key);
    return made && plain(made);
  },
  async run(stripe, { if_exists: _, ...rest }, { key }) {
    const parameters = defined({ ...rest, metadata: marked(rest.metadata, key) });
    return plain(await stripe.quotes.create(parameters, { idempotencyKey: key }));
  },
});
