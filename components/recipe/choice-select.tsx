"use client";

import type { ReactNode } from "react";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";

interface ChoiceSelectProps {
  pointer: Pointer;
  label: string;
  hint?: ReactNode;
  /** Stored value → words; "" stands for nothing stored. */
  options: Readonly<Record<string, string>>;
  /** What is chosen while nothing is stored. */
  standard: string;
}

/** One of a few settings, each told in a sentence. */
export function ChoiceSelect({ pointer, label, hint, options, standard }: ChoiceSelectProps) {
  const { id, value, set, error, warning } = useField(pointer);
  const chosen = String(value ?? standard);
  return (
    <Field id={id} label={label} hint={hint} error={error} warning={warning} required>
      {(control) => (
        <Select {...control} value={chosen} onChange={(event) => set(event.target.value || undefined)}>
          {Object.hasOwn(options, chosen) ? null : <option value={chosen}>{chosen}</option>}
          {Object.entries(options).map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
