import { z } from "zod";
import { Flag, JsonObject, optional, required, Text } from "../fields";
import { Identifiers } from "./fields";

/** Which object: a company, a course, an account. https://docs.customer.io/journeys/objects */
export const objectId = {
  object_type_id: required(Text(20), {
    title: "Kind of object",
    description: "Its number in Customer.io.",
    examples: ["1"],
    choices: "customerio.object_type",
  }),
  object_id: required(Text(150), { title: "Object", description: "Your own id of it.", examples: ["acme"] }),
} as const;

const relationshipAttributes = optional(JsonObject(), {
  title: "About the relationship",
  examples: [{ role: "admin" }],
  group: "more",
});

export const ObjectInput = z
  .strictObject({
    ...objectId,
    action: required(z.enum(["identify", "delete"]), {
      title: "What to do",
      description: "Add or update it, or delete it.",
    }),
    attributes: optional(JsonObject(), {
      title: "Attributes",
      examples: [{ name: "Acme", plan: "enterprise" }],
    }),
    cio_relationships: optional(
      z
        .array(
          z.strictObject({
            identifiers: required(Identifiers, { title: "Person" }),
            relationship_attributes: relationshipAttributes,
          }),
        )
        .min(1)
        .max(100),
      { title: "People who belong to it", group: "more" },
    ),
    confirm: optional(Flag(), {
      title: "I understand",
      description: "Needed to delete: the object and its relationships cannot be brought back.",
      group: "more",
    }),
  })
  .refine(({ action, confirm }) => action === "identify" || confirm === true, {
    error: "Confirm it first: a deleted object cannot be brought back.",
    path: ["confirm"],
  });

export const RelationshipInput = z.strictObject({
  person: required(Identifiers, { title: "Person" }),
  ...objectId,
  action: required(z.enum(["add", "remove"]), { title: "What to do" }),
  relationship_attributes: relationshipAttributes,
});
