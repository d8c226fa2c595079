import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { join, leave, person, segment, track } from "./common";
import { happened } from "./samples";
import { branch, is, known, path } from "./steps";
import { recipe, template } from "./template";
import { object, PLAN } from "./values";

const status = [
  { subscription_status: object("status") },
  { "attributes.subscription_status": "active" },
] as const;

export const subscriptionPaused = template({
  id: "subscription-paused",
  name: "Keep paused subscribers apart",
  category: "Retention",
  summary:
    "A paused subscription puts the person into the segment Paused, so that you can leave them in peace; when it resumes they leave it and are welcomed back.",
  goodFor: "Products with pauses, such as boxes, gyms and courses.",
  sample: happened("customer.subscription.paused", subscription({ status: "paused" })),
  definition: recipe(
    ["customer.subscription.paused", "customer.subscription.resumed"],
    [
      known,
      person(...status),
      segment("Paused"),
      branch(
        "which",
        "Paused or resumed",
        [
          path("paused", "Paused", is("{{ trigger.type }}", "customer.subscription.paused"), [
            join(),
            track("subscription_paused", { plan: PLAN }),
          ]),
        ],
        [leave(), track("subscription_resumed", { plan: PLAN })],
      ),
    ],
  ),
});
