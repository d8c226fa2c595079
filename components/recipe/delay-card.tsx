"use client";

import { Clock } from "lucide-react";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { DelayStep } from "~/server/recipes/definition";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { delayText } from "./delay-span";
import { useField } from "./editor-context";
import { SpanField } from "./span-field";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";
import { TemplateField } from "./template-field";

/** A pause: for a while, or until a moment that the data names. */
export function DelayCard({ step, list, index }: { step: DelayStep; list: Pointer; index: number }) {
  const pointer = [...list, index];
  const span = useField([...pointer, "for"]);
  const until = useField([...pointer, "until"]);
  const isUntil = step.until !== undefined;
  function choose(kind: string) {
    span.set(kind === "until" ? undefined : "P1D");
    until.set(kind === "until" ? "" : undefined);
  }
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={Clock} />}
      kind={`Wait · ${step.id}`}
      title={step.name ?? "Wait"}
      summary={delayText(step)}
    >
      <Field id={`${pointerText(pointer)}-how`} label="How long" required>
        {(control) => (
          <Select
            {...control}
            value={isUntil ? "until" : "for"}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="for">For a while</option>
            <option value="until">Until a time</option>
          </Select>
        )}
      </Field>
      {isUntil ? (
        <TemplateField
          pointer={[...pointer, "until"]}
          label="Until"
          hint="A time of the data, such as the end of a trial; one that has passed is not waited for."
          placeholder="{{ trigger.data.object.trial_end }}"
          kind="string"
          removeEmpty={false}
        />
      ) : (
        <SpanField pointer={[...pointer, "for"]} label="Wait" />
      )}
      <p className="text-xs text-faint">
        A run waits over restarts and goes on with the version it began with. A test does not wait.
      </p>
    </StepFrame>
  );
}
