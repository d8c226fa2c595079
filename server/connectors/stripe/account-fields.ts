import { z } from "zod";
import { Flag, optional, Text } from "../fields";
import { limit, pageOf, paging, timeRange } from "./common-fields";
import { eitherOneOrMany, isOneOrMany } from "./find-fields";

/** https://docs.stripe.com/api/balance and https://docs.stripe.com/api/payouts/list */
export const BalanceInput = z.strictObject({
  with_payouts: optional(Flag(), {
    title: "With payouts",
    description: "Also those to your bank, newest first.",
  }),
  status: optional(z.enum(["pending", "in_transit", "paid", "failed", "canceled"]), {
    title: "Payouts that are",
    group: "more",
  }),
  created: timeRange("Payouts made"),
  limit,
});

const Money = z.object({ amount: z.number(), currency: z.string() });
const Payout = z.object({ id: z.string(), amount: z.number(), currency: z.string(), status: z.string() });

export const BalanceOutput = z.looseObject({
  available: z.array(Money),
  pending: z.array(Money),
  payouts: pageOf(Payout).optional(),
});

/** https://docs.stripe.com/api/events/list */
export const EventInput = z
  .strictObject({
    id: optional(Text(255), { title: "Event", description: "Its id, to get just this one." }),
    types: optional(z.array(Text(100)).min(1).max(20), { title: "Types", examples: [["customer.created"]] }),
    created: timeRange("Happened"),
    delivery_success: optional(Flag(), { title: "Delivered to all endpoints", group: "more" }),
    ...paging,
  })
  .refine(isOneOrMany, eitherOneOrMany);

export const EventOutput = z.looseObject({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  data: z.object({ object: z.unknown() }),
});
