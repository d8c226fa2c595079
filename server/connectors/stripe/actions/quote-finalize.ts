import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional, UnixTime } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { QUOTE, QuoteOutput, quoteId } from "~/server/connectors/stripe/quote-fields";

export const quoteFinalize = defineAction({
  id: "stripe.quote.finalize",
  app: "stripe",
  title: "Finalize quote",
  summary: "Makes a drafted quote final, so that the customer can accept it; a final one counts as done.",
  words: ["finalize|finalise|lock quote", "make|set quote final"],
  docs: "https://docs.stripe.com/api/quotes/finalize",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({
    id: quoteId,
    expires_at: optional(UnixTime(), { title: "Valid until", examples: ["2026-12-31"], group: "more" }),
  }),
  output: QuoteOutput,
  sample: { input: { id: "qt_1TBillhook" }, output: { ...QUOTE, status: "open" } },
  dryRunAnswer: dryRunAnswers(QUOTE, { ...QUOTE, status: "open" }),
  async run(stripe, { id, ...rest }, { key }) {
    const now = await stripe.quotes.retrieve(id);
    if (now.status !== "draft") return plain(now);
    return plain(await stripe.quotes.finalizeQuote(id, defined(rest), { idempotencyKey: key }));
  },
});
