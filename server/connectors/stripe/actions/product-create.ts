import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, ifExists } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { product } from "~/server/connectors/stripe/fixtures";
import { findMarked, marked } from "~/server/connectors/stripe/mark";
import { creation, ProductOutput } from "~/server/connectors/stripe/product-fields";
import { MAKE } from "~/server/connectors/word-groups";

const reuse = "Take the one this step has made, or the one with your id (unless you choose), or add one.";

export const productCreate = defineAction({
  id: "stripe.product.create",
  app: "stripe",
  title: "Create product",
  summary: "Adds something to sell, with its first price if you like.",
  words: [`${MAKE} product`, "set up product", "new product stripe"],
  docs: "https://docs.stripe.com/api/products/create",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({ ...creation, if_exists: ifExists(reuse) }),
  output: ProductOutput,
  sample: { input: { name: "Pro plan" }, output: plain(product()) },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, product()),
  async lookup(stripe, { id }, { key, eventTime }) {
    const { data } = id ? await stripe.products.list({ ids: [id] }) : { data: [] };
    const list = () => stripe.products.list({ created: { gte: eventTime }, limit: 100 });
    const made = id ? data.find((one) => one.id === id) : await findMarked(list(), key);
    return made ? plain(made) : null;
  },
  async run(stripe, { if_exists: _, ...rest }, { key }) {
    const parameters = defined({ ...rest, metadata: marked(rest.metadata, key) });
    return plain(await stripe.products.create(parameters, { idempotencyKey: key }));
  },
});
