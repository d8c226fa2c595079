import { z } from "zod";
import { optional, required, Text, UnixTime } from "../fields";

export const payload = { stripe_customer_id: "cus_TBillhookSample", value: "25" };

/** https://docs.stripe.com/api/billing/meter-event/create */
export const MeterEventInput = z.strictObject({
  event_name: required(Text(100), {
    title: "Meter",
    description: "Its event name.",
    examples: ["api_calls"],
  }),
  payload: required(z.record(z.string(), Text(100)), {
    title: "Usage",
    description: "Whose it is and how much, under the names that the meter has.",
    examples: [payload],
  }),
  identifier: optional(Text(100), {
    title: "Your own id",
    description: "Usage with the same one counts once; without it, once per event and step.",
    group: "more",
  }),
  timestamp: optional(UnixTime(), { title: "When", description: "At most 35 days ago.", group: "more" }),
});
