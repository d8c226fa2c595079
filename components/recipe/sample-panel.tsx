"use client";

import { JsonView } from "~/components/ui/json-view";
import { Skeleton } from "~/components/ui/skeleton";
import { eventTypesOf } from "~/server/recipes/trigger";
import { useEditor } from "./editor-context";
import { EventChooser } from "./event-chooser";

/** The chosen event beside the recipe, to see what can be used. */
export function SamplePanel() {
  const { samples, state } = useEditor();
  const hasTypes = eventTypesOf(state.definition.trigger).length > 0;
  return (
    <div className="flex flex-col gap-3">
      <EventChooser />
      {samples.current ? (
        <JsonView value={samples.current.payload} what="event" maxLines={60} />
      ) : samples.pasted !== null ? null : hasTypes ? (
        <Skeleton className="h-40" />
      ) : (
        <p className="text-sm text-muted">Choose an event in the trigger, and its data appears here.</p>
      )}
    </div>
  );
}
