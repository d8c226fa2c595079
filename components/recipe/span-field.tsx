"use client";

import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { Pointer } from "~/server/recipes/pointer";
import { spanOf, UNITS, type Unit, writeSpan } from "./delay-span";
import { useField } from "./editor-context";
import { TemplateField } from "./template-field";

/** A duration as a number and a unit; one that is written otherwise, or comes from data, as text. */
export function SpanField({ pointer, label }: { pointer: Pointer; label: string }) {
  const { id, value, set, error } = useField(pointer);
  const span = spanOf(value);
  if (!span)
    return (
      <TemplateField
        pointer={pointer}
        label={label}
        hint="In ISO 8601: P3D is three days, PT12H twelve hours."
        placeholder="P3D"
        kind="string"
        removeEmpty={false}
      />
    );
  return (
    <div className="grid grid-cols-[6rem_1fr] items-end gap-2">
      <Field id={id} label={label} error={error} required>
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
