"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "~/components/ui/skeleton";
import type { Pointer } from "~/server/recipes/pointer";
import { TriggerCard } from "../trigger-card";
import { useCanvas } from "./canvas-context";
import { InnerLinks } from "./inner-links";
import type { CanvasPlace, StepPlace } from "./layout-types";

/** The forms of all kinds of steps come after the page can be seen. */
const StepCard = dynamic(() => import("../step-card").then((module) => module.StepCard), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

const renderSteps = (list: Pointer) => <InnerLinks list={list} />;

/** The form of what is open on the canvas: the trigger, or a step; a way's is in the form of its step. */
export function OpenPlace({ recipeId }: { recipeId: string }) {
  const { layout, open } = useCanvas();
  if (open === "trigger") return <TriggerCard recipeId={recipeId} />;
  const place = stepOf(layout.places, open);
  if (!place)
    return (
      <p className="text-sm text-muted">
        Choose the trigger or a step on the canvas: its form is shown here. “+” adds a step.
      </p>
    );
  const { key, step, list, index } = place;
  return <StepCard key={key} step={step} list={list} index={index} renderSteps={renderSteps} />;
}

/** The step that a place shows: its own, or that of its way. */
export function stepOf(places: readonly CanvasPlace[], key: string | null): StepPlace | undefined {
  const place = places.find((one) => one.key === key);
  if (place?.kind === "step") return place;
  return place?.kind === "path" ? stepOf(places, place.owner) : undefined;
}
