import type { Problem } from "~/server/recipes/definition";
import { timeAfter } from "~/server/recipes/filters/time";
import { msOf, RETRY_DELAYS, type Retry } from "~/server/recipes/retry";
import { at, type LintPlace, problem, warning } from "./place";
import { remove } from "./repairs";

/** How a step is tried again: durations that are some, the longest no shorter than the first. */
export function lintRetry(retry: Retry | undefined, place: LintPlace): Problem[] {
  if (!retry) return [];
  const here = at(place, "retry");
  const { attempts, delay, longest } = retry;
  const wrong = [...lintSpan(delay, at(here, "delay").path), ...lintSpan(longest, at(here, "longest").path)];
  if (wrong.length > 0) return wrong;
  if (attempts === 0 && (delay !== undefined || longest !== undefined)) {
    const { path } = at(here, delay === undefined ? "longest" : "delay");
    return [
      warning(
        path,
        "This step is not tried again, so nothing waits.",
        "Say how often.",
        remove("Remove it", path),
      ),
    ];
  }
  if (delay === undefined || longest === undefined || msOf(longest) >= msOf(delay)) return [];
  const message = "The longest wait is shorter than the first.";
  return [problem(at(here, "longest").path, message, `Write ${delay} or more.`)];
}

function lintSpan(span: string | undefined, path: string): Problem[] {
  if (span === undefined) return [];
  const ms = timeAfter(0, span);
  if (ms !== null && ms >= RETRY_DELAYS.least && ms <= RETRY_DELAYS.most) return [];
  const message =
    ms === null ? `"${span}" is no duration.` : "A wait is a second at least, and a day at most.";
  return [problem(path, message, "Write one like PT30S for thirty seconds, or PT1H for an hour.")];
}
