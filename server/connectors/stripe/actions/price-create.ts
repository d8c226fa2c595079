import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { price } from "~/server/connectors/stripe/fixtures";
import { findMarked, marked } from "~/server/connectors/stripe/mark";
import { creation, PriceOutput, SAMPLE } from "~/server/connectors/stripe/price-fields";
import { MAKE } from "~/server/connectors/word-groups";

export const priceCreate = defineAction({
  id: "stripe.price.create",
  app: "stripe",
  title: "Create price",
  summary: "Adds a price to a product: paid once, or every week, month or year.",
  words: [`${MAKE} price`, "set up price", "new price stripe"],
  docs: "https://docs.stripe.com/api/prices/create",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject(creation),
  output: PriceOutput,
  sample: { input: SAMPLE, output: plain(price()) },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, price()),
  async lookup(stripe, { product, lookup_key }, { key }) {
    const { data } = lookup_key ? await stripe.prices.list({ lookup_keys: [lookup_key] }) : { data: [] };
    const list = () => stripe.prices.list({ product, limit: 100 });
    const made = lookup_key
      ? data.find((one) => one.lookup_key === lookup_key)
      : await findMarked(list(), key);
    return made ? plain(made) : null;
  },
  async run(stripe, { if_exists: _, ...rest }, { key }) {
    const parameters = defined({ ...rest, metadata: marked(rest.metadata, key) });
    return plain(await stripe.prices.create(parameters, { idempotencyKey: key }));
  },
});
