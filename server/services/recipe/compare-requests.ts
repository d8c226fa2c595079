import { getAction } from "~/server/connectors/catalog";
import { leaves } from "~/server/recipes/diff/leaves";
import { type Marks, neutral } from "~/server/recipes/neutral";
import { inputPath } from "~/server/recipes/pointer";
import type { StepRunView } from "~/server/services/run/schemas";
import type { ComparedRequest } from "./shadow-schemas";

/** A run as comparing needs it. */
export interface ComparedRun extends Marks {
  steps: Pick<StepRunView, "path" | "action" | "attempts">[];
}

type Request = NonNullable<ComparedRequest["live"]>;

/**
 * The requests of two runs side by side, in the order of the shadow run's steps; what only the live one made comes where
 * it was made. Only what changes something counts, and of a step that was tried again its last attempt.
 */
export function compareRequests(live: ComparedRun | null, shadow: ComparedRun): ComparedRequest[] {
  const [ours, theirs] = [requestsOf(live), requestsOf(shadow)];
  const paths = new Set([...theirs.keys(), ...ours.keys()]);
  return [...paths].flatMap((path) => {
    const [made, would] = [ours.get(path) ?? [], theirs.get(path) ?? []];
    const longer = made.length > would.length ? made : would;
    return longer.map((_, index) => compared(path, index + 1, made[index] ?? null, would[index] ?? null));
  });
}

function compared(path: string, number: number, live: Request | null, shadow: Request | null) {
  const differences = live && shadow ? differencesOf(live, shadow) : [];
  const alone = live ? "only_live" : "only_shadow";
  const outcome: ComparedRequest["outcome"] =
    live && shadow ? (differences.length === 0 ? "same" : "changed") : alone;
  return { path, number, outcome, live, shadow, differences };
}

function differencesOf(live: Request, shadow: Request): ComparedRequest["differences"] {
  return leaves(live, shadow).map(({ pointer, before, after }) => ({
    at: inputPath(pointer),
    ...(before === undefined ? {} : { live: before }),
    ...(after === undefined ? {} : { shadow: after }),
  }));
}

function requestsOf(run: ComparedRun | null): Map<string, Request[]> {
  if (!run) return new Map();
  const acting = run.steps.filter(({ action }) => !action || getAction(action)?.effect !== "read");
  return new Map(
    acting.map(({ path, attempts }) => [
      path,
      (attempts.at(-1)?.requests ?? []).map(({ method, url, body }) => ({
        method,
        url: neutral(url, run),
        body: neutral(body ?? null, run),
      })),
    ]),
  );
}
