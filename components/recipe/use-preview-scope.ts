"use client";

import type { Pointer } from "~/server/recipes/pointer";
import { useEditor } from "./editor-context";
import type { PreviewScope } from "./preview";
import { type SampleScope, sampleScope } from "./sample-scope";

/** What a template at this place would see: the chosen event and sample outputs of the steps before it. */
export function usePreviewScope(pointer: Pointer): PreviewScope | null {
  const { samples } = useEditor();
  const { scope } = useSampleScope(pointer);
  return samples.current ? scope : null;
}

/** The same, also while no event is chosen, with the steps that can be used there. */
export function useSampleScope(pointer: Pointer): SampleScope {
  const { state, samples, catalog, resolver } = useEditor();
  const base = {
    trigger: samples.current?.payload,
    steps: {},
    run: { id: "the run’s id", recipe: state.name },
    now: new Date().toISOString(),
  };
  return sampleScope(state.definition, pointer, base, { actions: catalog.actions, resolver });
}
