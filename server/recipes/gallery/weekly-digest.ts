import { due } from "./samples";
import { action, notify } from "./steps";
import { onSchedule, recipe, template } from "./template";

const WEEK = { gte: "{{ now | add_time: '-P7D' | iso_to_unix }}" };
const CHARGES = "steps.charges.output.data";
const SUM = `{{ ${CHARGES} | where: "paid", true | sum: "amount" | money: ${CHARGES}[0].currency | default: "nothing" }}`;
const MESSAGE = `Last week: ${SUM} from {{ ${CHARGES} | where: "paid", true | size }} payments, {{ ${CHARGES} | where: "status", "failed" | size }} failed, {{ steps.started.output.data | size }} new subscriptions, {{ steps.ended.output.data | size }} ended. (Up to 100 of each.)`;

export const weeklyDigest = template({
  id: "weekly-digest",
  name: "Weekly numbers for the team",
  category: "Finance and risk",
  summary:
    "Every Monday your team reads in one message what came in, what failed, and how many subscriptions began and ended.",
  goodFor: "Small teams that never open a dashboard.",
  sample: due(),
  definition: recipe(onSchedule("0 8 * * 1"), [
    action("charges", "stripe.charge.find", { created: WEEK, limit: 100 }),
    action("started", "stripe.subscription.list", { created: WEEK, limit: 100 }),
    action("ended", "stripe.event.list", {
      types: ["customer.subscription.deleted"],
      created: WEEK,
      limit: 100,
    }),
    notify("tell", "Your week in Stripe", MESSAGE),
  ]),
});
