import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { nextTime, scheduleTrigger } from "~/server/connectors/core/triggers/schedule";
import { REPORTING_TYPES, sampleReport } from "~/server/connectors/customerio/reporting-types";
import { getTrigger, OWN_SAMPLES, TRIGGERS } from "~/server/connectors/triggers";
import { normalizeEvent } from "~/server/events/normalize";
import { lint } from "~/server/recipes/lint";
import { sampleOf } from "~/server/recipes/samples";
import { eventTypesOf } from "~/server/recipes/trigger";
import { TRIGGER_IDS, type Trigger } from "~/server/recipes/trigger-schema";
import { specsDir } from "~/tests/support/vendors";

const CONNECTIONS = [
  { id: "s", app: "stripe", status: "connected" },
  { id: "c", app: "customerio", status: "connected", canReport: true },
];
const step = {
  id: "note",
  kind: "action",
  action: "customerio.event.track",
  connection: "c",
  input: { identifier: "cus_1", name: "seen" },
};
const recipe = (type: string, config: object, connection: string | null = null) => ({
  version: 1,
  trigger: { type, connection, config },
  steps: [step],
});
const found = (definition: unknown, more: object = {}) =>
  lint(definition, { connections: CONNECTIONS, hasHookSecret: true, ...more }).map(
    ({ path: at, message }) => `${at}: ${message}`,
  );

test("the list of ids and the declarations are the same", () => {
  expect(TRIGGERS.map(({ id }) => id).sort()).toEqual([...TRIGGER_IDS].sort());
});

test.each(TRIGGERS.map((trigger) => [trigger.id, trigger] as const))(
  "%s: its sample passes its schema, lint and ingest",
  (id, trigger) => {
    const config = trigger.config.parse(trigger.sample.config);
    const connection = trigger.app === "core" ? null : trigger.app === "stripe" ? "s" : "c";
    expect(found(recipe(id, trigger.sample.config, connection))).toEqual([]);
    const types = eventTypesOf({ type: id, connection, config } as Trigger);
    expect(types.length).toBeGreaterThan(0);
    for (const type of types) {
      const sample = sampleOf(type, OWN_SAMPLES);
      expect(normalizeEvent(id, JSON.stringify(sample)).type).toBe(type);
    }
  },
);

test.each([
  ["a schedule without a time", recipe("schedule", {}), /cron/],
  ["a schedule with both", recipe("schedule", { cron: "0 9 * * *", every: "1 hour" }), /cron/],
  ["a schedule by the second", recipe("schedule", { cron: "* * * * * *" }), /five parts/],
  ["a time zone that is none", recipe("schedule", { cron: "0 9 * * *", timeZone: "Mars/Base" }), /time zone/],
  ["a poll of no address", recipe("poll.http", { url: "orders", id: "id" }), /address/],
  ["a webhook with a signature in no header", recipe("webhook", { auth: "hmac" }), /header/],
  [
    "a report that Customer.io does not send",
    recipe("customerio.reporting", { events: ["email_read"] }, "c"),
    /email_read/,
  ],
  [
    "a Stripe poll without a connection",
    recipe("stripe.poll", { events: ["invoice.paid"] }),
    /No Stripe connection/,
  ],
  ["a field that no trigger has", recipe("manual", { when: "now" }), /no such field/],
])("lint refuses %s", (_, definition, message) => {
  expect(found(definition).join("\n")).toMatch(message);
});

test("lint asks for what the definition cannot hold: a caller's secret, an account's signing key", () => {
  const hook = recipe("webhook", { auth: "header", header: "X-Key" });
  expect(found(hook, { hasHookSecret: false }).join()).toMatch(/secret of the caller is not set/);
  expect(found(hook)).toEqual([]);
  const reports = recipe("customerio.reporting", { events: ["email_opened"] }, "c");
  const connections = [{ id: "c", app: "customerio", status: "connected", canReport: false }];
  expect(found(reports, { connections }).join()).toMatch(/signing key/);
});

test("a schedule keeps the wall clock of its time zone over a change of the clocks", () => {
  const next = (after: string, config: object) =>
    nextTime(scheduleTrigger.config.parse(config), new Date(after)).toISOString();
  const nine = { cron: "0 9 * * *", timeZone: "Europe/Berlin" };
  expect(next("2026-03-28T10:00:00Z", nine)).toBe("2026-03-29T07:00:00.000Z");
  expect(next("2026-10-24T10:00:00Z", nine)).toBe("2026-10-25T08:00:00.000Z");
  expect(next("2026-03-28T10:00:00Z", { cron: "30 2 * * *", timeZone: "Europe/Berlin" })).toBe(
    "2026-03-29T01:00:00.000Z",
  );
  expect(next("2026-03-28T10:07:00Z", { every: "15 minutes" })).toBe("2026-03-28T10:15:00.000Z");
});

test.each([
  ["skip", 0],
  ["once", 1],
  ["all", 5],
] as const)("times missed in five hours of downtime: %s makes up for %i", async (missed, count) => {
  const { look } = getTrigger("schedule") ?? {};
  const config = scheduleTrigger.config.parse({ cron: "0 * * * *", missed });
  const cursor = { at: "2026-09-21T07:30:00.000Z" };
  const now = new Date("2026-09-21T12:30:00Z");
  const seen = await look?.({ client: {} as never, config, cursor, now });
  expect(seen?.found).toHaveLength(count);
  expect(seen?.cursor).toEqual({ at: "2026-09-21T12:00:00.000Z" });
  const onTime = await look?.({
    client: {} as never,
    config,
    cursor: seen?.cursor,
    now: new Date("2026-09-21T13:00:01Z"),
  });
  expect(onTime?.found.map(({ externalId }) => externalId)).toEqual(["2026-09-21T13:00:00.000Z"]);
});

test("Customer.io's 69 kinds of report are the vendor's own", ({ skip }) => {
  expect(new Set(REPORTING_TYPES.map(({ type }) => type)).size).toBe(69);
  const file = path.join(specsDir, "customerio/reporting-webhooks.openapi.json");
  if (!existsSync(file)) return skip("shared/specs is not here");
  const { schemas } = JSON.parse(readFileSync(file, "utf8")).components;
  const named = Object.keys(schemas).filter((name) =>
    /^(email|push|sms|whatsapp|slack|webhook|in_app)_/.test(name),
  );
  const vendors = named.filter(
    (name) => !/_event$|_common$|webhook_(timestamp|customer_id|identifiers)$|email_address/.test(name),
  );
  const ours = REPORTING_TYPES.map(({ type }) => type).filter((type) => !type.startsWith("customer_"));
  expect(vendors.sort()).toEqual(ours.sort());
  for (const { type } of REPORTING_TYPES)
    expect(normalizeEvent("customerio.reporting", JSON.stringify(sampleReport(type))).type).toBe(type);
});
