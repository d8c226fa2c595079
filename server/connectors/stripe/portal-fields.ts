import { z } from "zod";
import { optional, required, Text } from "../fields";
import { customerId } from "./customer-fields";

const ofSubscription = (title: string) =>
  optional(
    z.strictObject({ subscription: required(Text(255), { title: "Subscription", examples: ["sub_1Mow"] }) }),
    {
      title,
    },
  );

const flowData = optional(
  z
    .strictObject({
      type: required(z.enum(["payment_method_update", "subscription_cancel", "subscription_update"]), {
        title: "Task",
      }),
      subscription_cancel: ofSubscription("Which one to cancel"),
      subscription_update: ofSubscription("Which one to change"),
    })
    .refine(
      (flow) =>
        (["subscription_cancel", "subscription_update"] as const).every(
          (name) => (flow.type === name) === (flow[name] !== undefined),
        ),
      { error: "Name the subscription of the task that you chose, and no other.", path: ["type"] },
    ),
  { title: "Go straight to", description: "One task only, such as a new card.", group: "more" },
);

/** What the portal opens with. https://docs.stripe.com/api/customer_portal/sessions/create */
export const PortalInput = z.strictObject({
  customer: customerId,
  return_url: optional(z.url("Must be an address."), {
    title: "Way back",
    description: "Where the link back to your site leads.",
    examples: ["https://example.com/account"],
  }),
  flow_data: flowData,
  configuration: optional(Text(255), {
    title: "Configuration",
    description: "Another than the account's own (bpc_…).",
    group: "more",
  }),
  locale: optional(z.enum(["auto", "da", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv"]), {
    title: "Language",
    group: "more",
  }),
});
