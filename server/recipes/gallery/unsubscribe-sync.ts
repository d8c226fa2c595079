import { noteOnCustomers } from "./common";
import { reported } from "./samples";
import { filter, present } from "./steps";
import { onReport, recipe, template } from "./template";
import { RECIPIENT } from "./values";

export const unsubscribeSync = template({
  id: "unsubscribe-sync",
  name: "Bring unsubscribes back to Stripe",
  category: "Data and consent",
  summary:
    "Who unsubscribes in Customer.io is marked in the metadata of every Stripe customer with that address, so that billing tools and exports respect it too.",
  goodFor: "Teams that mail from more than one tool.",
  sample: reported("customer_unsubscribed"),
  definition: recipe(onReport("customer_unsubscribed", "email_unsubscribed"), [
    filter("address", "The address is known", present(RECIPIENT)),
    ...noteOnCustomers(RECIPIENT, {
      marketing: "unsubscribed",
      marketing_changed: "{{ now | slice: 0, 10 }}",
    }),
  ]),
});
