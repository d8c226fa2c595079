import { expect, test } from "vitest";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { evaluate } from "~/server/recipes/conditions";
import { lint } from "~/server/recipes/lint";
import { presetFilter, TRIGGER_PRESETS } from "~/server/recipes/presets";
import { sampleEvent } from "~/server/recipes/samples";

const known = new Set(STRIPE_EVENT_TYPES.map(({ type }) => type));
const CONNECTION = { id: "c", app: "stripe" as const, status: "connected" as const };

test.each(TRIGGER_PRESETS.map((preset) => [preset.id, preset] as const))(
  "%s makes a sound recipe",
  async (_id, preset) => {
    expect(preset.events.filter((type) => !known.has(type))).toEqual([]);
    const filter = presetFilter(preset, (base) => base);
    const definition = {
      version: 1,
      trigger: { type: "stripe.event", connection: "c", config: { events: preset.events } },
      steps: filter ? [filter] : [],
      settings: { order: "none" },
    };
    const fields = await loadFieldTable(preset.events);
    const problems = lint(definition, { connections: [CONNECTION], fields });
    const inFilter = problems.filter(({ path }) => path.startsWith("steps") && path !== "steps");
    expect(inFilter).toEqual([]);
  },
);

const passes = (id: string, object: object, previous?: object) => {
  const preset = TRIGGER_PRESETS.find((one) => one.id === id);
  const filter = preset && presetFilter(preset, (base) => base);
  const event = sampleEvent(preset?.events[0] ?? "");
  const data = {
    object: { ...event.data.object, ...object },
    ...(previous ? { previous_attributes: previous } : {}),
  };
  return (
    filter &&
    evaluate(filter.when, { trigger: { ...event, data }, steps: {}, now: new Date(0).toISOString() })
  );
};

test.each([
  ["new_customer", { email: "a@example.com" }, undefined, true],
  ["new_customer", { email: null }, undefined, false],
  ["trial_converted", { status: "active" }, { status: "trialing" }, true],
  ["trial_converted", { status: "active" }, { status: "past_due" }, false],
  ["plan_changed", {}, { items: { data: [] } }, true],
  ["plan_changed", {}, { metadata: {} }, false],
  ["subscription_past_due", { status: "past_due" }, { status: "active" }, true],
  ["subscription_past_due", { status: "past_due" }, { metadata: {} }, false],
  ["cancellation_scheduled", { cancel_at_period_end: true }, { cancel_at_period_end: false }, true],
  ["cancellation_scheduled", { cancel_at_period_end: false }, { cancel_at_period_end: true }, false],
  ["cancellation_withdrawn", { cancel_at_period_end: false }, { cancel_at_period_end: true }, true],
  ["cancellation_withdrawn", { cancel_at_period_end: false }, { metadata: {} }, false],
  ["payment_failed", { next_payment_attempt: 1_790_000_000 }, undefined, true],
  ["payment_failed_for_good", { next_payment_attempt: null }, undefined, true],
  ["payment_failed_for_good", { next_payment_attempt: 1_790_000_000 }, undefined, false],
  ["invoice_paid", { amount_paid: 0 }, undefined, false],
  ["invoice_paid", { amount_paid: 100 }, undefined, true],
  ["checkout_abandoned", { customer_details: null }, undefined, false],
])("%s with %o and %o before: %s", (id, object, previous, expected) => {
  expect(passes(id, object, previous)).toBe(expected);
});
