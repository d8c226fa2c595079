"use client";

import { useEffect, useId, useRef } from "react";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { allSteps } from "~/server/recipes/step-tree";
import { useEditor } from "./editor-context";
import { STEP_KINDS } from "./step-kinds";

/** What a test tries: the whole recipe, one step, or the draft against the published version. */
export type TestTarget = { what: "recipe" } | { what: "step"; step: string } | { what: "compare" };

const WHOLE: TestTarget = { what: "recipe" };

interface TestTargetSelectProps {
  target: TestTarget;
  onChoose: (target: TestTarget) => void;
}

/** Chooses what to try. */
export function TestTargetSelect({ target, onChoose }: TestTargetSelectProps) {
  const { state, catalog } = useEditor();
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every choice of a target counts.
  useEffect(() => {
    // On a phone the step's button goes with its tab: the keyboard goes on here.
    const focused = document.activeElement;
    if (focused === document.body || focused?.checkVisibility() === false) field.current?.focus();
  }, [target]);
  const steps = allSteps(state.definition.steps).map(({ step }) => {
    const action = "action" in step ? catalog.actions.find(({ id }) => id === step.action) : undefined;
    return { id: step.id, title: step.name ?? action?.title ?? STEP_KINDS[step.kind] };
  });
  const choose = (value: string) => {
    if (value === "compare") return onChoose({ what: "compare" });
    onChoose(value.startsWith("step:") ? { what: "step", step: value.slice("step:".length) } : WHOLE);
  };
  return (
    <Field id={id} label="What to test" required>
      {(control) => (
        <Select
          {...control}
          ref={field}
          value={target.what === "step" ? `step:${target.step}` : target.what}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="recipe">The whole recipe</option>
          {state.version === null ? null : (
            <option value="compare">What changes against version {state.version}</option>
          )}
          {steps.length > 0 ? (
            <optgroup label="One step">
              {steps.map((step) => (
                <option key={step.id} value={`step:${step.id}`}>
                  {step.title} ({step.id})
                </option>
              ))}
            </optgroup>
          ) : null}
        </Select>
      )}
    </Field>
  );
}
