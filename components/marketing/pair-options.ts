import { pairActions } from "~/server/recipes/pairs/pair";
import { PAIR_EVENTS, type PairApp, POPULAR_EVENTS } from "~/server/recipes/pairs/pair-events";
import type { Option } from "./combobox-match";

/** The events of an app for the picker: first what most people start from. */
export function eventOptions(app: PairApp): Option[] {
  const all = PAIR_EVENTS.filter((event) => event.app === app);
  const popular = POPULAR_EVENTS[app]
    .slice(0, 10)
    .flatMap((type) => all.filter((event) => event.type === type))
    .map(({ type, title }) => ({ id: type, title, group: "Often used" }));
  const known = new Set(popular.map(({ id }) => id));
  const rest = all.filter(({ type }) => !known.has(type));
  return [...popular, ...rest.map(({ type, title, group }) => ({ id: type, title, group }))];
}

const GROUPS: Readonly<Record<string, string>> = {
  person: "People",
  object: "People",
  relationship: "People",
  event: "Events",
  cdp: "Events",
  email: "Messages",
  message: "Messages",
  segment: "Segments",
  customer: "Customers",
  subscription: "Subscriptions",
  promotion_code: "Discounts",
  coupon: "Discounts",
  meter_event: "Usage",
};

/** What can be done on the other side, by what it is about. */
export function actionOptions(app: PairApp): Option[] {
  return pairActions(app).map(({ id, title }) => ({
    id,
    title,
    group: GROUPS[id.split(".")[1] ?? ""] ?? "More",
  }));
}
