import { z } from "zod";
import { Email, optional, required, Text } from "../fields";

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
