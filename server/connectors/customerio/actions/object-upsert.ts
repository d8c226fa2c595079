import { z } from "zod";
import { ObjectInput } from "~/server/connectors/customerio/object-fields";
import { defineAction } from "~/server/connectors/define";
import { present } from "~/server/connectors/fields";

export const objectUpsert = defineAction({
  id: "customerio.object.upsert",
  app: "customerio",
  title: "Create, update or delete object",
  summary: "Keeps a company, course or account in Customer.io up to date.",
  words: [
    "create|update|upsert|sync|set|save|refresh|add|keep|delete|match|store|push|copy company|organization|organisation|account|object|team|workspace object",
    "create|update|upsert|sync|set|save|refresh|keep|store|push|copy company|organization|organisation|object",
    "company|organization|organisation|account|custom|workspace object",
  ],
  docs: "https://docs.customer.io/api/track/#operation/entity",
  effect: "upsert",
  bucket: "customerio.track",
  input: ObjectInput,
  output: z.object({ object_type_id: z.string(), object_id: z.string() }),
  sample: {
    input: { object_type_id: "1", object_id: "acme", action: "identify", attributes: { plan: "pro" } },
    output: { object_type_id: "1", object_id: "acme" },
  },
  async run({ track }, { object_type_id, object_id, confirm: _, ...rest }) {
    const identifiers = { object_type_id, object_id };
    await track.entity({ type: "object", identifiers, ...present(rest) });
    return identifiers;
  },
});
