"use client";

import { Clock } from "lucide-react";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { DelayStep } from "~/server/recipes/definition";
import { delayText, spanOf, UNITS, type Unit, writeSpan } from "./delay-span";
import { useField } from "./editor-context";
import { type Pointer, pointerText } from "./pointer";
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
        <SpanField pointer={[...pointer, "for"]} />
      )}
      <p className="text-xs text-faint">
        A run waits over restarts and goes on with the version it began with. A test does not wait.
      </p>
    </StepFrame>
  );
}

function SpanField({ pointer }: { pointer: Pointer }) {
  const { id, value, set, error } = useField(pointer);
  const span = spanOf(value);
  if (!span)
    return (
      <TemplateField
        pointer={pointer}
        label="Duration"
        hint="In ISO 8601: P3D is three days, PT12H twelve hours."
        placeholder="P3D"
        kind="string"
        removeEmpty={false}
      />
    );
  return (
    <div className="grid grid-cols-[6rem_1fr] items-end gap-2">
      <Field id={id} label="Wait" error={error} required>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            value={span.count}
            onChange={(event) =>
              set(writeSpan(Math.max(1, Math.floor(Number(event.target.value) || 1)), span.unit))
            }
          />
        )}
      </Field>
      <Field id={`${id}-unit`} label={<span className="sr-only">Unit</span>} required>
        {(control) => (
          <Select
            {...control}
            value={span.unit}
            onChange={(event) => set(writeSpan(span.count, event.target.value as Unit))}
          >
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {unit}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
