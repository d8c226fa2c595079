import { getAction } from "~/server/connectors/catalog";
import type { Definition } from "~/server/recipes/definition";
import { entered, reported } from "~/server/recipes/gallery/samples";
import { recipe } from "~/server/recipes/gallery/template";
import { sampleEvent } from "~/server/recipes/samples";
import type { Trigger } from "~/server/recipes/trigger-schema";
import { PAIR_EVENTS, type PairApp, type PairEvent, POPULAR_EVENTS } from "./pair-events";
import { TO_CUSTOMERIO } from "./to-customerio";
import { TO_STRIPE } from "./to-stripe";
import { whoOf } from "./who";

export interface PairAction {
  id: string;
  title: string;
  summary: string;
  app: PairApp;
}

export interface Pair {
  event: PairEvent;
  action: PairAction;
}

const MAKERS = { stripe: TO_CUSTOMERIO, customerio: TO_STRIPE } as const;
const EVENTS = new Map(PAIR_EVENTS.map((event) => [event.type, event]));

/** What can be done on the other side when something happens in `app`. */
export function pairActions(app: PairApp): PairAction[] {
  const other = app === "stripe" ? "customerio" : "stripe";
  return Object.keys(MAKERS[app]).flatMap((id) => {
    const action = getAction(id);
    return action ? [{ id, title: action.title, summary: action.summary, app: other }] : [];
  });
}

/** The pair of an event and an action, or null when there is none: unknown, or both of one app. */
export function findPair(type: unknown, actionId: unknown): Pair | null {
  const event = typeof type === "string" ? EVENTS.get(type) : undefined;
  const action = event && pairActions(event.app).find(({ id }) => id === actionId);
  return event && action ? { event, action } : null;
}

/** The recipe of a pair: whatever it takes to get from the event to the action. */
export function pairDefinition({ event, action }: Pair): Definition {
  const who = whoOf(event);
  const steps = MAKERS[event.app][action.id]?.(event, who) ?? [];
  return recipe(triggerOf(event), who.around(steps));
}

function triggerOf({ type, app }: PairEvent): Trigger {
  if (app === "stripe") return { type: "stripe.event", connection: null, config: { events: [type] } };
  const [, changes] = /^customerio\.segment\.(entered|left)$/.exec(type) ?? [];
  return changes
    ? { type: "customerio.segment.poll", connection: null, config: { changes } }
    : { type: "customerio.reporting", connection: null, config: { events: [type] } };
}

/** An event as it arrives, for showing the pair at work. */
export function pairSample({ type, app }: PairEvent): object {
  if (app === "stripe") return sampleEvent(type);
  return type.startsWith("customerio.segment.") ? { ...entered(), type } : reported(type);
}

/** What a recipe of this pair is called. */
export function pairName({ event, action }: Pair): string {
  return `${event.title}: ${action.title.toLowerCase()}`;
}

/** The pairs whose pages search engines should know: what people mostly start from, with what they mostly do. */
export function popularPairs(): Pair[] {
  return (["stripe", "customerio"] as const).flatMap((app) =>
    POPULAR_EVENTS[app].flatMap((type) =>
      pairActions(app)
        .slice(0, 6)
        .flatMap(({ id }) => findPair(type, id) ?? []),
    ),
  );
}

export const isPopular = ({ event }: Pair) => POPULAR_EVENTS[event.app].includes(event.type);
