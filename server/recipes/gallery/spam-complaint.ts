import { noteOnCustomers } from "./common";
import { reported } from "./samples";
import { action, filter, present } from "./steps";
import { onReport, recipe, template } from "./template";
import { RECIPIENT, REPORTED } from "./values";

export const spamComplaint = template({
  id: "spam-complaint",
  name: "Never mail who complained of spam",
  category: "Data and consent",
  summary:
    "A spam complaint is noted on the Stripe customer, and the person is suppressed: Customer.io deletes the profile and never takes it again.",
  goodFor: "Protecting your sender's name. The profile cannot be brought back.",
  sample: reported("email_spammed"),
  definition: recipe(onReport("email_spammed"), [
    filter("who", "Person and address are known", present(REPORTED), present(RECIPIENT)),
    ...noteOnCustomers(RECIPIENT, { marketing: "complained" }),
    action("suppress", "customerio.person.suppress", { identifier: REPORTED, confirm: true }),
  ]),
});
