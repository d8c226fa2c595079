import type { Definition, Problem } from "~/server/recipes/definition";
import type { TriggerId } from "~/server/recipes/trigger-schema";
import { warning } from "./place";
import { readsAgain } from "./refetch";
import { remove, setTo } from "./repairs";

/** Triggers whose events name nobody, so that there is nobody to take turns. */
const NAMES_NOBODY: readonly TriggerId[] = ["schedule", "run.failed"];

/** Settings that have no effect together. */
export function lintSettings({ trigger, settings }: Definition): Problem[] {
  const { order, stale, concurrency } = settings;
  return [
    ...(stale !== undefined && order === "none"
      ? [
          warning(
            "settings.stale",
            "Late events are only told apart where runs take turns.",
            "Choose an order, or leave this out.",
            remove("Leave it out", "settings.stale"),
          ),
        ]
      : []),
    ...(stale === "skip" && order !== "none" && readsAgain(trigger)
      ? [
          warning(
            "settings.stale",
            "No event is passed over here: the object is read again first, so that every run sees the newest state.",
            "Leave this out, or do not read the object again.",
            remove("Leave it out", "settings.stale"),
          ),
        ]
      : []),
    ...(order === "all" && concurrency !== undefined && concurrency > 1
      ? [
          warning(
            "settings.concurrency",
            `All runs take turns, so that never ${concurrency} of them are under way at once.`,
            "Leave the number out, or let only the runs of one customer take turns.",
            remove("Leave it out", "settings.concurrency"),
          ),
        ]
      : []),
    ...((order === "per_customer" || order === "per_subscription") && NAMES_NOBODY.includes(trigger.type)
      ? [
          warning(
            "settings.order",
            "Events of this trigger name no customer, so that no runs take turns.",
            "Let all runs take turns, or none.",
            setTo("Let all take turns", "settings.order", "all"),
          ),
        ]
      : []),
  ];
}
