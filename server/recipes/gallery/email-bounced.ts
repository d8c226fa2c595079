import { noteOnCustomers } from "./common";
import { reported } from "./samples";
import { action, filter, present } from "./steps";
import { onReport, recipe, template } from "./template";
import { RECIPIENT, REPORTED } from "./values";

export const emailBounced = template({
  id: "email-bounced",
  name: "Flag addresses that bounce",
  category: "Data and consent",
  summary:
    "A bounced e-mail is noted on the person, with the reason, and on the Stripe customer, so that receipts and reminders take another way.",
  goodFor: "Everybody whose invoices go out by e-mail.",
  sample: reported("email_bounced"),
  definition: recipe(onReport("email_bounced"), [
    filter("who", "Person and address are known", present(REPORTED), present(RECIPIENT)),
    action(
      "person",
      "customerio.person.upsert",
      {
        identifier: REPORTED,
        attributes: { email_bounced: true, bounce_reason: "{{ trigger.data.failure_message }}" },
      },
      { "attributes.bounce_reason": "not given" },
    ),
    ...noteOnCustomers(RECIPIENT, { email_status: "bounced" }),
  ]),
});
