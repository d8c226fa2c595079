import type { Survey } from "~/server/engine/backfill/survey";
import type { Recipe } from "~/server/generated/prisma/client";
import { Definition } from "~/server/recipes/definition";
import { allSteps } from "~/server/recipes/step-tree";
import type { ServiceContext } from "~/server/services/context";

/** What a person should know of running a published recipe for events that are over. */
export async function backfillWarnings(
  { db, workspaceId }: ServiceContext,
  { id: recipeId, currentVersion: version }: Recipe,
  { missing, late }: Pick<Survey, "missing" | "late">,
): Promise<string[]> {
  if (missing === 0 || version === null) return [];
  const published = await db.recipeVersion.findUnique({
    where: { workspaceId_recipeId_version: { workspaceId, recipeId, version } },
    select: { definition: true },
  });
  const definition = Definition.safeParse(published?.definition).data;
  if (!definition) return [];
  const { settings, trigger, steps } = definition;
  const reachesCustomerio = allSteps(steps).some(
    ({ step }) => "action" in step && step.action.startsWith("customerio."),
  );
  const canBeStale = settings.order !== "none" && settings.stale !== "run" && trigger.config.refetch !== true;
  return [
    ...(late > 0 && reachesCustomerio
      ? [
          `${late === missing ? (late === 1 ? "The event is" : "All of them are") : `${late} of the ${missing} missing events ${late === 1 ? "is" : "are"}`} older than 72 hours. Customer.io keeps such events in people's history, but starts no campaign for events that are older than 72 hours.`,
        ]
      : []),
    ...(canBeStale
      ? [
          "Runs of this recipe take turns: an event is passed over (superseded) where a newer one of the same object was handled already.",
        ]
      : []),
  ];
}
