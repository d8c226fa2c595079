import { z } from "zod";
import { OPERATORS } from "~/server/recipes/operators";
import { TRIGGER_PRESETS } from "~/server/recipes/presets";
import { BUCKETS } from "./buckets";
import { ACTIONS } from "./catalog";
import { REPORTING_TYPES } from "./customerio/reporting-types";
import type { Action } from "./define";
import type { Trigger } from "./define-trigger";
import { retryWords } from "./effect-words";
import { STRIPE_EVENT_TYPES } from "./stripe/events";
import { TRIGGERS } from "./triggers";

const APPS = [
  { id: "stripe", name: "Stripe" },
  { id: "customerio", name: "Customer.io" },
  { id: "core", name: "Billhook" },
] as const;

/** The whole catalog as JSON: `GET /api/v1/catalog`. Schemas are JSON Schema 2020-12. */
export function catalogView() {
  return {
    apps: APPS,
    triggers: TRIGGERS.map(triggerView),
    actions: ACTIONS.map(actionView),
    operators: OPERATORS.map(operatorView),
  };
}

/** The event types that a trigger may be told to listen to. */
const EVENTS: Record<string, readonly object[]> = {
  "stripe.event": STRIPE_EVENT_TYPES,
  "stripe.poll": STRIPE_EVENT_TYPES,
  "customerio.reporting": REPORTING_TYPES.map(({ type, title, group }) => ({ type, title, group })),
};

function triggerView({ id, app, title, summary, docs, dedupe, config, sample }: Trigger) {
  return {
    id,
    app,
    title,
    summary,
    ...(docs ? { docs } : {}),
    dedupe,
    configSchema: z.toJSONSchema(config, { io: "input" }),
    sample,
    ...(EVENTS[id] ? { events: EVENTS[id] } : {}),
    ...(id === "stripe.event" ? { presets: TRIGGER_PRESETS } : {}),
  };
}

function actionView(action: Action) {
  const { id, app, title, summary, effect, input, output, sample, docs, danger, bucket } = action;
  return {
    id,
    app,
    title,
    summary,
    effect,
    inputSchema: z.toJSONSchema(input, { io: "input" }),
    outputSchema: z.toJSONSchema(output),
    sample,
    docs,
    bucket,
    limits: BUCKETS[bucket].words,
    retries: retryWords(action),
    ...(danger ? { danger } : {}),
  };
}

function operatorView({ id, label, arity, types }: (typeof OPERATORS)[number]) {
  return { id, label, arity, types };
}
