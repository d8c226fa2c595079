import type { Definition, Step } from "~/server/recipes/definition";
import type { Trigger } from "~/server/recipes/trigger-schema";
import type { Intent } from "../intent";
import { slug } from "../names";
import { StepWriter } from "./steps";
import { subjectOf } from "./subject";

/** The draft that a sentence means; null when there is nothing to build. Accounts are left for a person to choose. */
export function definitionOf(intent: Intent): Definition | null {
  if (!intent.start) return null;
  const subject = subjectOf(intent);
  const writer = new StepWriter(subject, topicOf(intent));
  const preset = intent.start.preset?.filter;
  const isTold = intent.acts.some(
    (act) =>
      act.kind === "test" &&
      act.tests.some(({ op }) => /^(changed_to|went_up|went_down|changed_from)$/.test(op)),
  );
  const first: Step[] =
    preset && !isTold ? [{ id: preset.id, kind: "filter", name: preset.name, when: preset.when }] : [];
  return {
    version: 1,
    trigger: triggerOf(intent),
    steps: [...first, ...written(writer, intent)],
    settings: { order: "none" },
  };
}

const LIST = /^stripe\.(\w+)\.list$/;

/** After a list in a scheduled recipe, the rest is for each of its items. */
function written(writer: StepWriter, { acts, start }: Intent): Step[] {
  const at = acts.findIndex((act) => act.kind === "do" && LIST.test(act.deed.id));
  const list = acts[at];
  const noun = list?.kind === "do" ? LIST.exec(list.deed.id)?.[1] : undefined;
  const rest = acts.slice(at + 1);
  const isEach = rest.some(
    (act) => act.kind === "do" && !act.deed.id.startsWith("core.notify") && act.deed.effect !== "read",
  );
  if (
    !list ||
    !noun ||
    !isEach ||
    (start?.trigger !== "schedule" && start?.trigger !== "manual") ||
    (start.trigger === "manual" && noun === "customer")
  )
    return writer.write(acts);
  const tests = acts.slice(0, at).filter((act) => act.kind === "test");
  const before = writer.write([...acts.slice(0, at).filter((act) => act.kind !== "test"), list]);
  return [...before, writer.loop(noun, [...tests, ...rest], `Each ${noun}`)];
}

function triggerOf({ start, events, segment, timing }: Intent): Trigger {
  const type = (start?.trigger ?? "manual") as Trigger["type"];
  if (type === "stripe.event" || type === "customerio.reporting")
    return { type, connection: null, config: { events } };
  if (type === "schedule")
    return { type, config: { cron: timing?.cron ?? "0 9 * * *", timeZone: timing?.timeZone ?? "UTC" } };
  if (type === "webhook")
    return { type, config: { auth: "hmac", header: "X-Signature", dedupe: "{{ trigger.data.body.id }}" } };
  if (type === "customerio.segment.poll") {
    const name = segment?.name ?? null;
    const named = name === null ? {} : { segment: /^\d+$/.test(name) ? Number(name) : name };
    return { type, connection: null, config: { ...named, changes: segment?.edge ?? "entered" } };
  }
  if (type === "stripe.object.poll") return { type, connection: null, config: { object: "customers" } };
  if (type === "poll.http") return { type, config: { url: "https://api.example.com/", id: "id" } };
  return { type, config: {} };
}

/** What has happened, as a name: `payment_failed`. */
function topicOf({ start, events, segment }: Intent): string {
  const [event = ""] = events;
  if (start?.preset) return start.preset.id;
  if (start?.trigger === "customerio.reporting") return event;
  if (start?.trigger === "customerio.segment.poll")
    return slug(`${segment?.edge ?? "entered"} ${segment?.name ?? "segment"}`);
  if (start?.trigger === "schedule") return "scheduled";
  return slug(TOPICS[event] ?? start?.title ?? "started") || "started";
}

const TOPICS: Readonly<Record<string, string>> = {
  "invoice.payment_failed": "payment failed",
  "customer.subscription.created": "subscription started",
  "customer.subscription.trial_will_end": "trial ending",
  "customer.subscription.deleted": "subscription canceled",
};
