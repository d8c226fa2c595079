import { requested } from "./samples";
import { action, filter, present } from "./steps";
import { onRequest, recipe, template } from "./template";

const EMAIL = "{{ trigger.data.body.email | normalize_email }}";
const body = (field: string) => `{{ trigger.data.body.${field} }}`;
const CUSTOMER = "{{ steps.customer.output.id }}";

export const appSignUp = template({
  id: "app-sign-up",
  name: "Sign-ups from your app into both",
  category: "Onboarding",
  summary:
    "Your app posts a sign-up to an address of its own: the Stripe customer is found or made, the person is added under its id, and your welcome series starts.",
  goodFor: "Apps that want one call instead of two integrations.",
  sample: requested({
    id: "signup_42",
    email: "Ada.Lovelace@example.com",
    name: "Ada Lovelace",
    plan: "pro",
  }),
  definition: recipe(onRequest(), [
    filter("address", "There is an e-mail address", present(EMAIL)),
    action(
      "customer",
      "stripe.customer.upsert",
      { email: EMAIL, name: body("name"), metadata: { plan: body("plan") } },
      { name: EMAIL, "metadata.plan": "free" },
    ),
    action(
      "person",
      "customerio.person.upsert",
      { identifier: CUSTOMER, email: EMAIL, attributes: { name: body("name"), plan: body("plan") } },
      { "attributes.name": "there", "attributes.plan": "free" },
    ),
    action("started", "customerio.event.track", {
      identifier: CUSTOMER,
      name: "signed_up",
      data: { is_new: "{{ steps.customer.output.is_new }}" },
    }),
  ]),
});
