import { action, CUSTOMER, recipe, type Template } from "./template";

export const subscriptionStarted: Template = {
  id: "subscription-started",
  name: "Welcome new subscribers",
  category: "Onboarding",
  summary:
    "Keeps the plan and its status on the person and sends an event that starts your onboarding series.",
  triggerEvents: ["customer.subscription.created"],
  definition: recipe(
    ["customer.subscription.created"],
    [
      action(
        "person",
        "customerio.person.upsert",
        {
          identifier: CUSTOMER,
          attributes: {
            plan: "{{ trigger.data.object.items.data[0].price.nickname }}",
            subscription_status: "{{ trigger.data.object.status }}",
            period_end: "{{ trigger.data.object.items.data[0].current_period_end }}",
          },
        },
        { "attributes.plan": "standard" },
      ),
      action(
        "started",
        "customerio.event.track",
        {
          identifier: CUSTOMER,
          name: "subscription_started",
          data: {
            plan: "{{ trigger.data.object.items.data[0].price.nickname }}",
            status: "{{ trigger.data.object.status }}",
          },
        },
        { "data.plan": "standard" },
      ),
    ],
  ),
};
