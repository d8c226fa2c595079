import type { Billhook } from "~/server/connectors/define";
import { TransportError } from "~/server/connectors/transport-error";
import type { LoadedRun } from "~/server/engine/load-run";
import { AppError } from "~/server/errors";
import { systemContext } from "~/server/services/context";
import { runRecipe } from "~/server/services/recipe/run";
import type { ErrorView } from "~/server/services/run/schemas";

/** Deeper than anybody builds on purpose: recipes that call each other in a circle end here. */
const DEEPEST = 10;
/** Recipes that one run may start, by how deep it was called itself: without it, each call could multiply the next. */
const MOST_CALLS = [10_000, 100, 10];

/** What a run's steps may ask of Billhook itself. A dry run starts nothing. */
export function ownClient(run: LoadedRun): Billhook {
  return {
    async startRecipe({ recipe: id, input, key }) {
      if (run.dryRun) return { runId: null, eventId: null };
      const depth = depthOf(run.trigger) + 1;
      if (depth > DEEPEST)
        throw new AppError(
          "conflict",
          `Recipes have called each other more than ${DEEPEST} deep. Do they call each other in a circle?`,
        );
      const caller = { recipe: run.recipeName, run: run.id, depth };
      try {
        return await runRecipe(systemContext(run.workspaceId), { id, data: input, key }, caller);
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        const facts = { requestMayHaveArrived: true };
        throw new TransportError("network", "Billhook's own database did not answer.", facts, { cause });
      }
    },
  };
}

/** Why this run starts no further recipe; null when it may. `calls` counts those it came by, this one included. */
export function tooManyCalls({ trigger }: LoadedRun, calls: number): ErrorView | null {
  const depth = depthOf(trigger);
  const most = MOST_CALLS[depth] ?? 1;
  if (calls <= most) return null;
  const called = depth === 0 ? "A run" : `A run that was called ${depth} deep`;
  return {
    code: "too_many_calls",
    message: `${called} starts ${most} recipes at most.`,
    remedy: "Put the steps of the called recipe into this one, and publish again.",
  };
}

/** How many calls led to this run; none for one that something else started. */
function depthOf(trigger: unknown): number {
  const depth = (trigger as { data?: { caller?: { depth?: unknown } | null } } | null)?.data?.caller?.depth;
  return typeof depth === "number" ? depth : 0;
}
