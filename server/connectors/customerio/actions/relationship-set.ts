import { z } from "zod";
import { RelationshipInput } from "~/server/connectors/customerio/object-fields";
import { defineAction } from "~/server/connectors/define";
import { present } from "~/server/connectors/fields";

export const relationshipSet = defineAction({
  id: "customerio.relationship.set",
  app: "customerio",
  title: "Add or remove relationship",
  summary: "Links a person to a company, course or account, or takes the link away.",
  words: [
    "link|relate|connect|attach|associate|tie|assign|bind @person company|organization|organisation|account|object",
    "relationship",
    "add|remove|put @person company|organization|organisation",
  ],
  docs: "https://docs.customer.io/api/track/#operation/entity",
  effect: "upsert",
  bucket: "customerio.track",
  input: RelationshipInput,
  output: z.object({ object_type_id: z.string(), object_id: z.string() }),
  sample: {
    input: { person: { id: "cus_123" }, object_type_id: "1", object_id: "acme", action: "add" },
    output: { object_type_id: "1", object_id: "acme" },
  },
  async run({ track }, { person, object_type_id, object_id, action, ...rest }) {
    const identifiers = { object_type_id, object_id };
    await track.entity({
      type: "person",
      identifiers: present(person),
      action: action === "add" ? "add_relationships" : "delete_relationships",
      cio_relationships: [{ identifiers, ...present(rest) }],
    });
    return identifiers;
  },
});
