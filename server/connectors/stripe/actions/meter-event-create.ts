import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import { MeterEventInput, payload } from "~/server/connectors/stripe/meter-event-fields";

const made = {
  event_name: "api_calls",
  identifier: "9f2c",
  timestamp: 1_790_000_000,
  payload,
  created: 1_790_000_000,
};

export const meterEventCreate = defineAction({
  id: "stripe.meter_event.create",
  app: "stripe",
  title: "Report usage",
  summary: "Counts what a customer used, for prices that depend on it.",
  words: [
    "report|record|meter|count|bill|send|track|log|add usage",
    "usage meter|metered|stripe",
    "report|record|add|count|send to meter",
    "meter event|usage",
    "send|report|record|track meter event",
    "count usage stripe",
    "usage record|event",
    "report|count|record unit consumption|usage",
  ],
  docs: "https://docs.stripe.com/api/billing/meter-event/create",
  effect: "keyed",
  bucket: "stripe.meter",
  input: MeterEventInput,
  output: z.looseObject({ event_name: z.string(), identifier: z.string(), timestamp: z.number() }),
  sample: { input: { event_name: "api_calls", payload }, output: made },
  async run(stripe, { identifier = "", ...rest }, { key }) {
    const parameters = defined({ ...rest, identifier: identifier || key });
    return plain(await stripe.billing.meterEvents.create(parameters, { idempotencyKey: key }));
  },
});
