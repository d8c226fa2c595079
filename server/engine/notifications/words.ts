import { env } from "~/server/env";
import type { FailureRecord } from "~/server/services/failure/export-schemas";
import type { Cause } from "./causes";
import type { Draft, Look } from "./rule";

const SHOWN = 20;
const LONGEST_REASON = 200;

/** What messages say of a cause; `Cause` without what only the count needs. */
export type CauseWords = Pick<Cause, "key" | "recipeName" | "count" | "runId">;

export const times = (count: number) => (count === 1 ? "once" : `${count.toLocaleString("en")} times`);
export const many = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

const minuteOf = (time: number) => new Date(time).toISOString().slice(11, 16);
const dayOf = (time: number) =>
  new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

/** `10:02 UTC on 27 November`. */
export const clock = (time: number) => `${minuteOf(time)} UTC on ${dayOf(time)}`;

/** `from 10:02 to 10:05 UTC on 27 November`; one moment where they are of the same minute. */
export function spanText(from: number, to: number): string {
  if (clock(from) === clock(to)) return `at ${clock(to)}`;
  return `from ${dayOf(from) === dayOf(to) ? minuteOf(from) : clock(from)} to ${clock(to)}`;
}

const shortened = (text: string) =>
  text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON - 1)}…` : text;

/** The message about one cause. */
export function causeMessage(cause: Cause, failure: FailureRecord | undefined): Draft {
  const { key, recipeId, recipeName: name, count, first, last, runId } = cause;
  const isUnknown = failure?.status === "outcome_unknown";
  const title = isUnknown
    ? `“${name}”: an outcome is unknown${count === 1 ? "" : `, ${times(count)}`}`
    : `“${name}” failed${count === 1 ? "" : ` ${times(count)}`}`;
  const when = count === 1 ? `Once, at ${clock(first)}.` : `${many(count, "run")}, ${spanText(first, last)}.`;
  const text = [
    reasonOf(failure),
    when,
    ...(failure?.remedy ? [`What to do: ${failure.remedy}`] : []),
    ...(failure ? [`The first event: ${failure.event_type} (${failure.event_id}).`] : []),
    "You are told of this cause once, until the recipe works again or somebody resolves it.",
  ].join("\n\n");
  return {
    about: key,
    title,
    text,
    page: `inbox/${key}`,
    recipe: { id: recipeId, name },
    runId,
  };
}

/** Where it failed and what was said there. */
export function reasonOf(failure: FailureRecord | undefined): string {
  const what = failure?.error_message ?? "The run failed without saying why.";
  return failure?.step ? `Step “${failure.step}”: ${what}` : what;
}

/** Causes as a list, the most frequent first, each with its page. */
export function causeList(
  { slug }: Look,
  causes: readonly CauseWords[],
  examples: ReadonlyMap<string, FailureRecord>,
): string {
  const sorted = causes.toSorted((a, b) => b.count - a.count);
  const lines = sorted.slice(0, SHOWN).map(({ key, recipeName, count, runId }) => {
    const reason = shortened(reasonOf(examples.get(runId)));
    return `• ${recipeName}, ${times(count)}. ${reason}\n  ${env.APP_URL}/w/${slug}/inbox/${key}`;
  });
  const rest = sorted.slice(SHOWN);
  const hidden = rest.reduce((sum, { count }) => sum + count, 0);
  const more =
    rest.length > 0 ? [`…and ${many(rest.length, "more cause")} with ${many(hidden, "failure")}.`] : [];
  return [...lines, ...more].join("\n\n");
}
