"use client";

import { OctagonX } from "lucide-react";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { StopStep } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";
import { TemplateField } from "./template-field";

const MEANINGS: Record<StopStep["status"], string> = {
  succeeded: "As succeeded: everything was done",
  filtered: "As filtered: there was nothing to do",
  failed: "As failed: somebody has to look at it",
};

/** The end of a run before its last step. */
export function StopCard({ step, list, index }: { step: StopStep; list: Pointer; index: number }) {
  const pointer = [...list, index];
  const { id, set, error } = useField([...pointer, "status"]);
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={OctagonX} />}
      kind={`Stop · ${step.id}`}
      title={step.name ?? "End the run here"}
      summary={MEANINGS[step.status]}
    >
      <Field id={id} label="How the run ends" error={error} required>
        {(control) => (
          <Select {...control} value={step.status} onChange={(event) => set(event.target.value)}>
            {Object.entries(MEANINGS).map(([status, meaning]) => (
              <option key={status} value={status}>
                {meaning}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TemplateField
        pointer={[...pointer, "message"]}
        label="Why"
        hint="Shown on the run."
        placeholder="No plan with this name"
        required={false}
        kind="string"
      />
    </StepFrame>
  );
}
