import { action, CUSTOMER, recipe, type Template } from "./template";

export const subscriptionCanceled: Template = {
  id: "subscription-canceled",
  name: "Win back customers who cancel",
  category: "Retention",
  summary: "Marks the person as churned and starts a win-back series that knows when and why they left.",
  triggerEvents: ["customer.subscription.deleted"],
  definition: recipe(
    ["customer.subscription.deleted"],
    [
      action("person", "customerio.person.upsert", {
        identifier: CUSTOMER,
        attributes: { subscription_status: "canceled", churned_at: "{{ trigger.data.object.canceled_at }}" },
      }),
      action(
        "churned",
        "customerio.event.track",
        {
          identifier: CUSTOMER,
          name: "subscription_canceled",
          data: { reason: "{{ trigger.data.object.cancellation_details.feedback }}" },
        },
        { "data.reason": "not given" },
      ),
    ],
  ),
};
