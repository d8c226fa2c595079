"use client";

import { stepsBefore } from "./definition-edit";
import { useEditor } from "./editor-context";
import type { Pointer } from "./pointer";
import type { PreviewScope } from "./preview";

/** What a template at this place would see: the chosen event and sample outputs of the steps before it. */
export function usePreviewScope(pointer: Pointer): PreviewScope | null {
  const { state, samples, catalog } = useEditor();
  if (!samples.current) return null;
  const steps = stepsBefore(state.definition, pointer).map((step) => {
    const id = step.kind === "action" ? step.action : null;
    return [step.id, { output: catalog.actions.find((action) => action.id === id)?.sampleOutput ?? null }];
  });
  const now = new Date().toISOString();
  return { trigger: samples.current.payload, steps: Object.fromEntries(steps), now };
}
