import { IdentifierType } from "customerio-node";
import { z } from "zod";
import { Email, Integer, optional, required, Text } from "../fields";

/** Customer.io takes up to 150 bytes as an identifier. */
export const identifier = required(Text(150), {
  title: "Person",
  description: "Who it is about: the id or e-mail address this person has in Customer.io.",
  placeholder: "{{ trigger.data.object.customer }}",
  examples: ["cus_NffrFeUfNV2Hib", "ada@example.com"],
});

/** The way the App API names a person; exactly one of the three. */
export const Identifiers = z
  .strictObject({
    id: optional(Text(150), { title: "Id" }),
    email: optional(Email(), { title: "E-mail address" }),
    cio_id: optional(Text(150), { title: "Customer.io id", group: "more" }),
  })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, {
    error: "Give exactly one of id, e-mail address and Customer.io id.",
  });

/** The person of an App API call, and how `id` names it. */
export const personId = {
  id: identifier,
  id_type: optional(z.enum(IdentifierType), {
    title: "How the person is named",
    description: "By id unless you choose another way.",
  }),
} as const;

/** The one identifier given, as the SDK takes it. */
export function namedBy(person: z.output<typeof Identifiers>): [IdentifierType, string] {
  if (person.id !== undefined) return [IdentifierType.Id, person.id];
  if (person.email !== undefined) return [IdentifierType.Email, person.email];
  return [IdentifierType.CioId, person.cio_id ?? ""];
}

/** Page by page; `start` is the `next` of the answer before. */
export const paging = {
  limit: optional(Integer(1, 1000), { title: "How many", group: "more" }),
  start: optional(Text(500), {
    title: "Continue at",
    description: "The next of the answer before; without it, from the beginning.",
    group: "more",
  }),
} as const;

export const Next = z.string().nullish();

/** A row of Customer.io's, of which only a few fields are named here. */
export const Row = z.looseObject({ id: z.union([z.string(), z.number()]).nullish() });
