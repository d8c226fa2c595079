import type Stripe from "stripe";
import { z } from "zod";
import { AppError } from "~/server/errors";
import { Flag, Integer, optional, required, Text } from "../fields";

const NEW = "new";

export const quantity = optional(Integer(0), {
  title: "Quantity",
  description: "1 unless you say otherwise.",
});
export const price = {
  title: "Price",
  description: "The id of a price in Stripe (price_…).",
  choices: "stripe.price",
} as const;

export const newItems = required(
  z
    .array(z.strictObject({ price: required(Text(255), price), quantity }))
    .min(1)
    .max(20),
  { title: "What is subscribed to", examples: [[{ price: "price_1MoBy5LkdIwHu7ixZhnattbh" }]] },
);

const ChangedItem = z
  .strictObject({
    id: optional(Text(255), {
      title: "Item to change",
      description:
        "Its id (si_…), or `new` to add one. Without it the subscription's only item is changed, which switches the plan.",
    }),
    price: optional(Text(255), { ...price, title: "New price" }),
    quantity,
    deleted: optional(Flag(), { title: "Remove this item", group: "more" }),
  })
  .refine(({ id, price }) => id !== NEW || price !== undefined, {
    error: "A new item needs a price.",
    path: ["price"],
  });

const ChangedItems = z
  .array(ChangedItem)
  .min(1)
  .max(20)
  .refine((items) => items.length === 1 || items.every(({ id }) => id !== undefined), {
    error: "Of several items, each needs its id, or `new`.",
  });

export const changedItems = optional(ChangedItems, {
  title: "Plan and quantity",
  examples: [[{ price: "price_1MoBy5LkdIwHu7ixZhnattbh", quantity: 2 }]],
});

/** The items as Stripe takes them: a change without an id is meant for the only item that is there. */
export async function resolveItems(
  items: readonly z.output<typeof ChangedItem>[] | undefined,
  retrieve: () => Promise<Stripe.Subscription>,
) {
  if (!items) return undefined;
  const isOpen = items.some(({ id }) => id === undefined);
  const only = isOpen ? onlyItem(await retrieve()) : undefined;
  return items.map(({ id = only, ...item }) => (id === NEW ? item : { ...item, id }));
}

function onlyItem({ id, items }: Stripe.Subscription): string | undefined {
  if (items.data.length === 1) return items.data[0]?.id;
  const message = `Subscription ${id} has ${items.data.length} items. Say in this step which one to change.`;
  throw new AppError("invalid_input", message);
}

/** Whether it runs, or would as soon as it is paid. */
export function isRunning({ status }: Stripe.Subscription): boolean {
  return status !== "canceled" && status !== "incomplete_expired";
}

export function hasPrices({ items }: Stripe.Subscription, wanted: readonly { price: string }[]): boolean {
  const there = new Set(items.data.map(({ price }) => price.id));
  return wanted.every(({ price }) => there.has(price));
}
