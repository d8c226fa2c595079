import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { specsDir } from "./vendors";

/** A Stripe event as recorded or composed; only what tests look at is typed. */
export interface StripeEvent {
  id: string;
  type: string;
  created: number;
  data: { object: Record<string, unknown> & { id: string; object: string } };
}

/** Every event of a folder; none where the descriptions are missing. */
export function readEvents(folder: "events" | "events-composed"): StripeEvent[] {
  const directory = path.join(specsDir, folder);
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return names.map((name) => JSON.parse(readFileSync(path.join(directory, name), "utf8")) as StripeEvent);
}

/** The customer an event is about, if it names one. */
export function customerOf({ data: { object } }: StripeEvent): string | undefined {
  if (object.object === "customer") return object.id;
  return typeof object.customer === "string" && object.customer ? object.customer : undefined;
}

/** Some recorded events are of types that Stripe no longer sends; a recipe cannot listen to those. */
function currentTypes(): Set<string> {
  return new Set(readFileSync(path.join(specsDir, "stripe", "event-types.txt"), "utf8").split(/\s+/));
}

const EMAIL_FIELDS: Record<string, string> = {
  customer: "email",
  invoice: "customer_email",
  charge: "receipt_email",
  payment_intent: "receipt_email",
  "checkout.session": "customer_email",
};

const hasEmailField = ({ data: { object } }: StripeEvent) => object.object in EMAIL_FIELDS;

/** Stripe's example objects have no e-mail address: gives one to those that can have one. */
function withEmail(event: StripeEvent): StripeEvent {
  const { object } = event.data;
  const field = EMAIL_FIELDS[object.object];
  return field ? { ...event, data: { object: { ...object, [field]: `${event.type}@example.com` } } } : event;
}

/** Half recorded, half composed events that name a customer, each with an id of its own. */
export function customerEvents(count: number): StripeEvent[] {
  const half = Math.floor(count / 2);
  const types = currentTypes();
  const usable = (event: StripeEvent) => types.has(event.type) && customerOf(event) !== undefined;
  const recorded = readEvents("events").filter(usable).slice(0, half);
  const composed = readEvents("events-composed")
    .filter(usable)
    .sort((a, b) => Number(hasEmailField(b)) - Number(hasEmailField(a)))
    .slice(0, count - recorded.length)
    .map(withEmail);
  return [...recorded, ...composed].map((event, index) => ({
    ...event,
    id: `evt_flow${index}${event.id.slice(4)}`,
  }));
}
