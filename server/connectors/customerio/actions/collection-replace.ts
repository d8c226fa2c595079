import { z } from "zod";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";
import { Integer, JsonObject, required } from "~/server/connectors/fields";

export const collectionReplace = defineAction({
  id: "customerio.collection.replace",
  app: "customerio",
  title: "Replace collection",
  summary: "Replaces the rows of a collection that messages draw from, such as prices or events.",
  words: [
    "replace|update|refresh|sync|rebuild|overwrite|rewrite|regenerate|recreate|reload|renew|change|fill|upload collection",
    "collection",
  ],
  docs: "https://docs.customer.io/api/app/#operation/updateCollectionContents",
  effect: "upsert",
  bucket: "customerio.app",
  input: z.strictObject({
    id: required(Integer(1), { title: "Collection", examples: [5], choices: "customerio.collection" }),
    rows: required(z.array(JsonObject()).max(10_000), {
      title: "Rows",
      examples: [[{ plan: "Pro", price: 49 }]],
    }),
  }),
  output: z.looseObject({ collection: z.unknown() }),
  sample: {
    input: { id: 5, rows: [{ plan: "Pro", price: 49 }] },
    output: { collection: { id: 5, rows: 1 } },
  },
  async run(client, { id, rows }) {
    const { collection } = await appOf(client).updateCollectionContent(id, rows);
    return { collection };
  },
});
