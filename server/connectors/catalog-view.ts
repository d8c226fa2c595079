import { z } from "zod";
import { OPERATORS } from "~/server/recipes/operators";
import { TRIGGER_PRESETS } from "~/server/recipes/presets";
import { sampleEvent } from "~/server/recipes/samples";
import { LIMITS } from "./buckets";
import { ACTIONS } from "./catalog";
import type { Action } from "./define";
import { retryWords } from "./effect-words";
import { STRIPE_EVENT_TRIGGER } from "./stripe/trigger";

const APPS = [
  { id: "stripe", name: "Stripe" },
  { id: "customerio", name: "Customer.io" },
] as const;

/** The whole catalog as JSON: `GET /api/v1/catalog`. Schemas are JSON Schema 2020-12. */
export function catalogView() {
  return {
    apps: APPS,
    triggers: [triggerView()],
    actions: ACTIONS.map(actionView),
    operators: OPERATORS.map(operatorView),
  };
}

function triggerView() {
  const { config, ...trigger } = STRIPE_EVENT_TRIGGER;
  const type = "customer.subscription.created";
  const sample = { config: { events: [type] }, event: sampleEvent(type) };
  const presets = TRIGGER_PRESETS;
  return { ...trigger, configSchema: z.toJSONSchema(config, { io: "input" }), sample, presets };
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
    limits: LIMITS[bucket],
    retries: retryWords(action),
    ...(danger ? { danger } : {}),
  };
}

function operatorView({ id, label, arity, types }: (typeof OPERATORS)[number]) {
  return { id, label, arity, types };
}
