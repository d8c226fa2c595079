import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { generateEventFields, OUTPUT } from "~/server/cli/generate-event-fields.mjs";
import {
  changedFieldsOf,
  type EventField,
  type FieldTable,
  fieldAt,
  fieldsOf,
  loadFieldTable,
} from "~/server/connectors/stripe/event-fields";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { parsePath, writtenPath } from "~/server/connectors/stripe/field-path";
import { sampleEvent } from "~/server/recipes/samples";
import { specsDir } from "~/tests/support/vendors";

const TYPES = STRIPE_EVENT_TYPES.map(({ type }) => type);

describe("the generated files", () => {
  const made = generateEventFields();

  test("are what the installed Stripe SDK gives; `npm run stripe:fields` writes them anew", () => {
    const kept = readdirSync(OUTPUT).map((name) => [name, readFileSync(path.join(OUTPUT, name), "utf8")]);
    const stale = Object.keys(made).filter((name) => !kept.some(([file]) => file === name));
    expect([
      ...stale,
      ...kept.filter(([name = "", text]) => made[name] !== text).map(([name]) => name),
    ]).toEqual([]);
  });

  test("are small enough to ship", () => {
    const sizes = Object.values(made).map((text) => gzipSync(text).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });
});

type Place = [path: (string | number)[], value: unknown];

/** Every place of a JSON value, itself first. */
function placesIn(value: unknown, at: Place[0] = []): Place[] {
  if (typeof value !== "object" || value === null) return [[at, value]];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[at, value], ...members.flatMap(([key, member]) => placesIn(member, [...at, key]))];
}

function fits({ type, nullable, values }: EventField, value: unknown): boolean {
  if (value === null) return nullable;
  if (Array.isArray(value)) return type === "list";
  if (typeof value === "object") return type === "object";
  if (typeof value === "number") return type === "number" || type === "money" || type === "date";
  // A decimal travels as text.
  if (typeof value === "string" && type === "number") return Number.isFinite(Number(value));
  if (typeof value === "string") return type === "text" && (values?.includes(value) ?? true);
  return type === typeof value;
}

interface Envelope {
  type: string;
  data: { object: object };
}

/** Where events differ from the table, each place once: `invoice data.object.lines.data[0].amount`. */
function differences(table: FieldTable, events: readonly Envelope[]): string[] {
  const found = events.flatMap((event) => {
    const object = "object" in event.data.object ? event.data.object.object : event.type;
    const isIn = ([at, value]: Place) => {
      const field = table.at(event.type, at);
      return field !== null && fits(field, value);
    };
    return placesIn(event)
      .filter((place) => !isIn(place))
      .map(([at]) => `${object} ${writtenPath(at)}`);
  });
  return [...new Set(found)];
}

/** Stripe's examples show some objects whole where a webhook has their id. */
function withIds(event: Envelope, table: FieldTable): Envelope {
  const fold = (value: unknown, at: Place[0]): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if ("id" in value && table.at(event.type, at)?.type === "text") return value.id;
    if (Array.isArray(value)) return value.map((member, index) => fold(member, [...at, index]));
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, fold(member, [...at, key])]),
    );
  };
  return fold(event, []) as Envelope;
}

function readEvents(folder: string): Envelope[] {
  const directory = path.join(specsDir, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(path.join(directory, name), "utf8")));
}

describe("events and the table agree", () => {
  test("every event type has fields", async () => {
    expect((await loadFieldTable(TYPES)).types).toEqual(TYPES);
    const counts = await Promise.all(TYPES.map(async (type) => (await fieldsOf(type))?.length ?? 0));
    expect(Math.min(...counts)).toBeGreaterThan(10);
    expect(Math.max(...counts)).toBeLessThan(1500);
  });

  test("every sample", async () => {
    expect(differences(await loadFieldTable(TYPES), TYPES.map(sampleEvent))).toEqual([]);
  });

  test("every event composed from Stripe's examples", async ({ skip }) => {
    const events = readEvents("events-composed");
    if (events.length === 0) skip(`There is no ${specsDir}/events-composed here.`);
    const table = await loadFieldTable(TYPES);
    const found = differences(
      table,
      events.map((event) => withIds(event, table)),
    );
    // The examples have fields of older versions, and a reason that the SDK does not know.
    const older = /^(charge data.object.refunds|invoice data.object.subscription)\b/;
    expect(found.filter((place) => !older.test(place))).toEqual(["reserve.release data.object.reason"]);
  });
});

describe("one field", () => {
  test.each<[type: string, path: string, field: Partial<EventField>]>([
    [
      "customer.subscription.created",
      "data.object.items.data[0].price.nickname",
      { type: "text", nullable: true, label: "Items › Price › Nickname" },
    ],
    [
      "customer.subscription.created",
      "data.object.items.data[0].current_period_end",
      { type: "date", nullable: false },
    ],
    ["customer.subscription.created", "data.object.discounts[0]", { type: "text", nullable: true }],
    ["customer.subscription.created", "data.object.metadata.plan", { type: "text", nullable: true }],
    ["customer.subscription.created", "data.object.metadata['a b']".replaceAll("'", '"'), { type: "text" }],
    ["customer.subscription.created", "data.object.items.data.size", { type: "number" }],
    [
      "customer.subscription.created",
      "data.object.items.data.first.price.id",
      { type: "text", nullable: false },
    ],
    ["customer.subscription.created", "type", { values: ["customer.subscription.created"] }],
    ["invoice.paid", "data.object.customer", { type: "text", nullable: true }],
    ["invoice.paid", "data.object.amount_paid", { type: "money", currency: "data.object.currency" }],
    [
      "invoice.paid",
      "data.object.lines.data[0].amount",
      { type: "money", nullable: false, currency: "data.object.lines.data[0].currency" },
    ],
    [
      "invoice.paid",
      "data.object.parent.subscription_details.subscription",
      { type: "text", nullable: true },
    ],
    ["invoice.paid", "created", { type: "date", nullable: false, label: "Event › Created" }],
    [
      "charge.succeeded",
      "data.object.payment_method_details.card.wallet.apple_pay",
      { type: "object", nullable: true },
    ],
    ["account.external_account.created", "data.object.last4", { type: "text", nullable: false }],
    ["account.external_account.created", "data.object.exp_year", { type: "number", nullable: true }],
    ["coupon.created", "data.object.percent_off", { type: "number", nullable: true }],
    [
      "customer.updated",
      "data.previous_attributes.address.city",
      { type: "text", nullable: true, label: "Before the change › Address › City" },
    ],
  ])("%s %s", async (type, at, field) => {
    expect(await fieldAt(type, at)).toMatchObject({ path: at, ...field });
  });

  test("tells a status' values", async () => {
    const status = await fieldAt("customer.subscription.updated", "data.object.status");
    expect(status?.values).toEqual(expect.arrayContaining(["active", "past_due", "canceled"]));
    expect(status?.description).toContain("past_due");
  });

  test("knows nothing of what is not there", async () => {
    expect(await fieldAt("invoice.paid", "data.object.subscription")).toBeNull();
    expect(await fieldAt("invoice.paid", "data.object.customer.email")).toBeNull();
    expect(await fieldAt("invoice.paid", "data.object.toString")).toBeNull();
    expect(await fieldAt("no.such", "data.object.id")).toBeNull();
    expect(await fieldsOf("no.such")).toBeNull();
    expect(await changedFieldsOf("toString")).toBeNull();
  });

  test("has a path that leads to it, wherever it is listed", async () => {
    const table = await loadFieldTable(TYPES);
    for (const type of ["invoice.paid", "customer.subscription.updated", "charge.refunded", "payout.paid"])
      for (const field of [...table.list(type), ...table.listChanged(type)]) {
        expect(table.at(type, field.path)).toEqual(field);
        expect(writtenPath(parsePath(field.path))).toBe(field.path);
      }
  });

  test("of an update says what it was before", async () => {
    const changed = await changedFieldsOf("customer.subscription.updated");
    expect(changed?.map((field) => field.path)).toContain("data.previous_attributes.status");
    expect(changed?.every((field) => field.nullable)).toBe(true);
    expect(await changedFieldsOf("customer.subscription.created")).toEqual([]);
  });
});
