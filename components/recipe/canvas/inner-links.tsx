"use client";

import { ChevronRight } from "lucide-react";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { stepsAt } from "../definition-edit";
import { useEditor } from "../editor-context";
import { stepFace } from "../step-face";
import { useCanvas } from "./canvas-context";

/** The steps of a way, inside the form of the step that has it: each leads to its own form. */
export function InnerLinks({ list }: { list: Pointer }) {
  const { state, catalog } = useEditor();
  const { layout, setOpen, focus } = useCanvas();
  const steps = stepsAt(state.definition, list);
  const keyAt = (index: number) =>
    layout.places.find(
      (place) =>
        place.kind === "step" && place.index === index && pointerText(place.list) === pointerText(list),
    )?.key;
  if (steps.length === 0)
    return <p className="py-1 text-sm text-muted">No steps yet: add them on the canvas.</p>;
  return (
    <ul className="flex flex-col">
      {steps.map((step, index) => (
        <li key={step.id}>
          <button
            type="button"
            className="flex w-full items-center gap-1 rounded-sm py-1 text-left text-sm text-accent-ink hover:underline"
            onClick={() => {
              const key = keyAt(index);
              if (!key) return;
              setOpen(key);
              focus(key);
            }}
          >
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" />
            <span className="min-w-0 truncate">{stepFace(step, catalog).title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
