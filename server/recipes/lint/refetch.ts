import { canReadAgain } from "~/server/connectors/stripe/current-object";
import type { FieldTable } from "~/server/connectors/stripe/event-fields";
import { bareObject } from "~/server/connectors/stripe/field-types";
import type { Definition, Problem } from "~/server/recipes/definition";
import { stripeEventsOf } from "~/server/recipes/trigger";
import type { Trigger } from "~/server/recipes/trigger-schema";
import { problem, warning } from "./place";
import { remove, setTo } from "./repairs";

const PATH = "trigger.config.refetch";

/** Whether steps find the object as it is now, and the one that came as `data.received`. */
export const readsAgain = ({ type, config }: Trigger): boolean =>
  type === "stripe.event" && config.refetch === true;

/** What is wrong with reading the event's object again. */
export function lintRefetch({ trigger, steps }: Definition): Problem[] {
  const { type, config } = trigger;
  if (type !== "stripe.event" || config.refetch === undefined || config.refetch === null) return [];
  if (typeof config.refetch !== "boolean")
    return [
      problem(
        PATH,
        "Reading the object again is either on or off.",
        "Write true or false.",
        remove("Leave it off", PATH),
      ),
    ];
  if (!config.refetch) return [];
  const taken = steps.findIndex(({ id }) => id === "trigger");
  return [...lintReadable(trigger), ...(taken < 0 ? [] : [reserved(`steps[${taken}].id`)])];
}

const reserved = (path: string) =>
  problem(
    path,
    'The log calls the reading of the object "trigger", so that no step may be called that.',
    "Give the step another name.",
    setTo("Call it trigger_step", path, "trigger_step"),
  );

function lintReadable(trigger: Trigger): Problem[] {
  const unread = stripeEventsOf(trigger).filter((type) => {
    const bare = bareObject(type);
    return (
      bare !== undefined && (!("id" in bare) || !("object" in bare) || !canReadAgain(String(bare.object)))
    );
  });
  if (unread.length === 0) return [];
  const which =
    unread.length > 3 ? `${unread.slice(0, 3).join(", ")} and ${unread.length - 3} more` : unread.join(", ");
  return [
    warning(
      PATH,
      `Stripe has no call that reads the object of ${which} again; the one that the event brought is used.`,
      "Nothing to do, unless the steps rely on the newest state.",
    ),
  ];
}

/** The fields of events whose object is read again: what came is there too. */
export function withReceived(table: FieldTable | undefined): FieldTable | undefined {
  if (!table) return undefined;
  return {
    ...table,
    at: (type, path) =>
      typeof path !== "string" && path[0] === "data" && path[1] === "received"
        ? table.at(type, ["data", "object", ...path.slice(2)])
        : table.at(type, path),
  };
}
