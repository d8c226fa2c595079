import type { Definition, Step } from "~/server/recipes/definition";
import type { Trigger } from "~/server/recipes/trigger-schema";
import type { Act, Intent } from "../intent";
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

/** After a list, what is done with its things is done for each of them; in a scheduled recipe, all the rest is. */
function written(writer: StepWriter, { acts, start }: Intent): Step[] {
  const at = acts.findIndex((act) => act.kind === "do" && LIST.test(act.deed.id));
  const list = acts[at];
  const noun = list?.kind === "do" ? LIST.exec(list.deed.id)?.[1] : undefined;
  const rest = acts.slice(at + 1);
  if (list?.kind !== "do" || !noun) return writer.write(acts);
  const isOfNobody = start?.trigger === "schedule" || (start?.trigger === "manual" && noun !== "customer");
  const lastOfIt = rest.findLastIndex(
    (act) => act.kind === "do" && act.deed.effect !== "read" && act.deed.id.startsWith(`stripe.${noun}.`),
  );
  const isEach = rest.some(
    (act) => act.kind === "do" && !act.deed.id.startsWith("core.notify") && act.deed.effect !== "read",
  );
  const until = isOfNobody && isEach ? rest.length : lastOfIt + 1;
  if (until === 0 || (noun === "customer" && !isOfNobody)) return writer.write(acts);
  // What is said of the listed things is asked of each; their status the list itself is asked for.
  const isOfList = (act: Act) =>
    act.kind === "test" && act.tests.every(({ start, end }) => start >= list.start && end <= list.end);
  const isMoved = (act: Act) => act.kind === "test" && (isOfNobody || isOfList(act));
  const isListed = (act: Act) =>
    !isOfNobody && act.kind === "test" && act.tests.every(({ about }) => about === "status");
  const tests = acts.slice(0, at).filter((act) => isMoved(act) && !isListed(act));
  const before = writer.write([...acts.slice(0, at).filter((act) => !isMoved(act)), list]);
  const loop = writer.loop(noun, [...tests, ...rest.slice(0, until)], `Each ${noun}`);
  return [...before, loop, ...writer.write(rest.slice(until))];
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
