import type { FieldTable } from "~/server/connectors/stripe/event-fields";
import { parsePath, type Segments, writtenPath } from "~/server/connectors/stripe/field-path";
import type { Problem } from "~/server/recipes/definition";
import { nearField } from "./near-field";
import { type LintPlace, warning } from "./place";
import { otherData } from "./repairs";

/** What the events that start a recipe carry. */
export interface TriggerFields {
  table: FieldTable;
  types: readonly string[];
}

/** Nothing can be said of a recipe that takes every event, or one that Stripe's current version does not send. */
export function triggerFields(events: readonly string[], table?: FieldTable): TriggerFields | undefined {
  if (!table || events.length === 0 || !events.every((type) => table.types.includes(type))) return undefined;
  return { table, types: events };
}

/** Lists that Stripe's reference shows, but an event never holds. */
const EXPANDED = /^data\.object\.(line_items|payments|refunds|sources|subscriptions|tax_ids)\b/;
const LOOK_UP = "Look it up with an action before this one, and use what that finds.";

/** A field that none of the events has. Stripe's other versions may have it, so this never keeps anyone from publishing. */
export function lintTriggerField(segments: Segments, text: string, place: LintPlace): Problem[] {
  const { path, trigger } = place;
  if (!trigger || segments.length === 0 || lacking(segments, trigger).length < trigger.types.length)
    return [];
  if (EXPANDED.test(writtenPath(segments)))
    return [warning(path, `Stripe does not send ${writtenPath(segments)} with the event.`, LOOK_UP)];
  const near = nearField(segments, trigger);
  const fix = near ? `Did you mean trigger.${near}?` : "Insert a field from the list.";
  const repair = near
    ? otherData(text, ["trigger", ...segments], ["trigger", ...parsePath(near)], place)
    : undefined;
  const id = idOnTheWay(segments, trigger);
  const message = id
    ? `${id} is only an id in this event; there is nothing inside it.`
    : `${those(trigger.types)} has no field ${writtenPath(segments)}.`;
  return [warning(path, message, id && !near ? LOOK_UP : fix, repair)];
}

/** The event types that have no such field. */
export function lacking(segments: Segments, { table, types }: TriggerFields): string[] {
  return types.filter((type) => !table.at(type, segments));
}

/** "invoice.paid", or "None of the events" when there are several. */
function those(types: readonly string[]): string {
  return types.length === 1 ? `${types[0]}` : "Each of these events";
}

/** Where a path goes on below a text: `data.object.customer` of `data.object.customer.email`. */
function idOnTheWay(segments: Segments, { table, types }: TriggerFields): string | undefined {
  const above = segments.map((_, at) => segments.slice(0, at + 1)).filter((path) => path.length > 2);
  const texts = above.filter((path) => types.some((type) => table.at(type, path)?.type === "text"));
  return texts[0] && writtenPath(texts[0]);
}
