import { z } from "zod";
import { AppError } from "~/server/errors";
import { Email, JsonObject, optional } from "../fields";
import { Next, paging } from "./fields";

export const PersonOutput = z.looseObject({
  id: z.string().nullish(),
  attributes: z.record(z.string(), z.unknown()).nullish(),
  unsubscribed: z.boolean().nullish(),
});

/** By address, or by a filter of Customer.io's. https://docs.customer.io/api/app/#operation/getPeopleFilter */
export const FindInput = z
  .strictObject({
    email: optional(Email(), { title: "E-mail address", examples: ["ada@example.com"] }),
    filter: optional(JsonObject(), {
      title: "Filter",
      description: "On segments and attributes, instead of an address.",
      examples: [{ and: [{ segment: { id: 7 } }] }],
    }),
    if_many: optional(z.enum(["first", "error"]), {
      title: "If several match",
      description: "Take the first (unless you choose), or fail.",
      group: "more",
    }),
    ...paging,
  })
  .refine(({ email, filter }) => (email === undefined) !== (filter === undefined), {
    error: "Give an address or a filter, one of the two.",
    path: ["email"],
  })
  .refine(({ email, limit, start }) => email === undefined || (limit === undefined && start === undefined), {
    error: "Only a filter has pages.",
    path: ["limit"],
  });

const Found = z.looseObject({
  id: z.string().nullish(),
  email: z.string().nullish(),
  cio_id: z.string().nullish(),
});
type Found = z.infer<typeof Found>;

export const FindOutput = z.object({
  count: z.int(),
  person: Found.nullable(),
  people: z.array(Found),
  next: Next,
});

/** All that were found and the one to go on with. Throws `conflict` when there are several and that was not wanted. */
export function found(people: Found[], ifMany: string | undefined, next?: string) {
  if (ifMany === "error" && people.length > 1)
    throw new AppError(
      "conflict",
      `${people.length} people match. Name the person in a way that fits only one.`,
    );
  return { count: people.length, person: people[0] ?? null, people, next: next || null };
}

export const Subscription = z
  .record(z.string().regex(/^topic_\d+$/, "Must be topic_ and the topic's number."), z.boolean())
  .refine((topics) => Object.keys(topics).length > 0, { error: "Name at least one topic." });
