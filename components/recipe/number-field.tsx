"use client";

import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";
import { useDraft } from "./use-draft";

interface NumberFieldProps {
  pointer: Pointer;
  label: string;
  hint: string;
  most: number;
  /** What holds while the field is empty. */
  standard: number | string;
}

/** A whole number from 1 to `most`; what does not fit yet is not stored. */
export function NumberField({ pointer, label, hint, most, standard }: NumberFieldProps) {
  const { id, value, set, error, warning } = useField(pointer);
  const stored = (text: string) => numberOf(text, most);
  const [text, setText] = useDraft(value, (kept) => (typeof kept === "number" ? String(kept) : ""), stored);
  const change = (next: string) => {
    setText(next);
    set(stored(next));
  };
  return (
    <Field id={id} label={label} hint={hint} error={error} warning={warning} required>
      {(control) => (
        <Input
          {...control}
          required={false}
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          value={text}
          placeholder={String(standard)}
          onChange={(event) => change(event.target.value)}
          className={typeof standard === "number" ? "max-w-32" : "max-w-56"}
        />
      )}
    </Field>
  );
}

function numberOf(text: string, most: number): number | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  return Math.min(Math.max(Number(text), 1), most);
}
