import { action, CUSTOMER, recipe, type Template } from "./template";

export const trialEnding: Template = {
  id: "trial-ending",
  name: "Remind people before their trial ends",
  category: "Trials",
  summary:
    "Three days before a trial ends the person gets an event that your reminder campaign can start from.",
  triggerEvents: ["customer.subscription.trial_will_end"],
  definition: recipe(
    ["customer.subscription.trial_will_end"],
    [
      action(
        "reminder",
        "customerio.event.track",
        {
          identifier: CUSTOMER,
          name: "trial_ending",
          data: {
            trial_end: "{{ trigger.data.object.trial_end }}",
            plan: "{{ trigger.data.object.items.data[0].price.nickname }}",
          },
        },
        { "data.plan": "standard" },
      ),
    ],
  ),
};
