import { requested } from "./samples";
import { action, filter, present } from "./steps";
import { onRequest, recipe, template } from "./template";

const body = (field: string) => `{{ trigger.data.body.${field} }}`;

export const reportUsage = template({
  id: "report-usage",
  name: "Report usage from your app to Stripe",
  category: "Payments",
  summary:
    "Your app posts what a customer used to an address of its own; each report is counted once on the Stripe meter, however often it is sent.",
  goodFor: "Usage-based prices, without a billing library in your app.",
  sample: requested({ id: "use_42", customer: "cus_TBillhookSample", meter: "api_calls", value: 25 }),
  definition: recipe(onRequest(), [
    filter("whole", "Customer and amount are there", present(body("customer")), present(body("value"))),
    action(
      "usage",
      "stripe.meter_event.create",
      {
        event_name: body("meter"),
        payload: { stripe_customer_id: body("customer"), value: "{{ trigger.data.body.value | to_text }}" },
        identifier: body("id"),
      },
      { event_name: "api_calls", identifier: "{{ trigger.id }}" },
    ),
  ]),
});
