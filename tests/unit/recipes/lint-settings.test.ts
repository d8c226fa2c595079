import { describe, expect, it } from "vitest";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { lint } from "~/server/recipes/lint";

const CONNECTIONS = [{ id: "c", app: "stripe", status: "connected" }];

interface Given {
  settings?: object;
  config?: object;
  type?: string;
  steps?: object[];
}

const STEPS = [{ id: "any", kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } }];

async function found({ settings = {}, config = {}, type = "stripe.event", steps = STEPS }: Given) {
  const events = ["customer.updated"];
  const trigger =
    type === "stripe.event"
      ? { type, connection: "c", config: { events, ...config } }
      : { type, config: { every: "hour", ...config } };
  const all = lint(
    { version: 1, trigger, steps, settings },
    { connections: CONNECTIONS, fields: await loadFieldTable(events) },
  );
  return all.map(({ path, severity, message }) => `${severity} ${path} ${message}`);
}

describe("settings of order", () => {
  it.each<[string, Given]>([
    ["none", {}],
    ["turns", { settings: { order: "per_customer", concurrency: 5 } }],
    ["late events", { settings: { order: "per_subscription", stale: "run" } }],
    ["one after another", { settings: { order: "all", concurrency: 1 } }],
    ["the object read again", { config: { refetch: true }, settings: { order: "per_customer" } }],
    ["not read again", { config: { refetch: false } }],
  ])("that go together: %s", async (_, given) => {
    expect(await found(given)).toEqual([]);
  });

  it.each<[string, Given, string]>([
    [
      "late events without turns",
      { settings: { stale: "skip" } },
      "warning settings.stale Late events are only told",
    ],
    [
      "passing over what is read again",
      { settings: { order: "per_customer", stale: "skip" }, config: { refetch: true } },
      "warning settings.stale No event is passed over here",
    ],
    [
      "all in turn, many at once",
      { settings: { order: "all", concurrency: 3 } },
      "warning settings.concurrency All runs take turns",
    ],
    [
      "turns of nobody",
      { type: "schedule", settings: { order: "per_customer" } },
      "warning settings.order Events of this trigger name no customer",
    ],
    [
      "neither on nor off",
      { config: { refetch: "yes" } },
      "error trigger.config.refetch Reading the object again is either",
    ],
    [
      "an object that Stripe does not give out",
      { config: { refetch: true, events: ["customer.updated", "invoice.upcoming", "balance.available"] } },
      "warning trigger.config.refetch Stripe has no call that reads the object of balance.available again",
    ],
    [
      "a step with the event's name",
      { config: { refetch: true }, steps: [{ ...STEPS[0], id: "trigger" }] },
      'error steps[0].id The log calls the reading of the object "trigger"',
    ],
  ])("that do not: %s", async (_, given, expected) => {
    expect((await found(given)).filter((line) => line.startsWith(expected))).toHaveLength(1);
  });
});

describe("what the event brought", () => {
  const steps = (path: string) => [
    { id: "any", kind: "filter", when: { left: `{{ trigger.${path} }}`, op: "exists" } },
  ];

  it("has the object's fields where that is read again, and only there", async () => {
    const refetch = { config: { refetch: true } };
    expect(await found({ ...refetch, steps: steps("data.received.email") })).toEqual([]);
    expect(await found({ ...refetch, steps: steps("data.received.emial") })).toHaveLength(1);
    expect(await found({ steps: steps("data.received.email") })).toHaveLength(1);
  });
});
