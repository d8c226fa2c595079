import { httpPollTrigger } from "./core/triggers/http-poll";
import { manualTrigger } from "./core/triggers/manual";
import { recipeCallTrigger } from "./core/triggers/recipe-call";
import { runFailedTrigger } from "./core/triggers/run-failed";
import { scheduleTrigger } from "./core/triggers/schedule";
import { webhookTrigger } from "./core/triggers/webhook";
import { customerioReportingTrigger } from "./customerio/triggers/reporting";
import { customerioSegmentPollTrigger } from "./customerio/triggers/segment-poll";
import type { Trigger } from "./define-trigger";
import { stripeEventTrigger } from "./stripe/triggers/event";
import { stripeObjectPollTrigger } from "./stripe/triggers/object-poll";
import { stripePollTrigger } from "./stripe/triggers/poll";

/** Everything that can start a recipe, in the order of the editor's list. */
export const TRIGGERS: readonly Trigger[] = [
  stripeEventTrigger,
  stripePollTrigger,
  stripeObjectPollTrigger,
  customerioReportingTrigger,
  customerioSegmentPollTrigger,
  webhookTrigger,
  scheduleTrigger,
  httpPollTrigger,
  manualTrigger,
  recipeCallTrigger,
  runFailedTrigger,
];

/** The samples of the triggers whose events are neither Stripe's nor Customer.io's own. */
export const OWN_SAMPLES = TRIGGERS.filter(
  ({ id }) => !["stripe.event", "stripe.poll", "customerio.reporting"].includes(id),
).map(({ id, sample }) => ({ id, event: sample.event }));

/** The trigger with this id. */
export function getTrigger(id: string): Trigger | undefined {
  return TRIGGERS.find((trigger) => trigger.id === id);
}
