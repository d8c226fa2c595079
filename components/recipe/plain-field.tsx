"use client";

import type { ReactNode } from "react";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";
import { FieldRepair } from "./repair-button";
import { useDraft } from "./use-draft";
import { fromText, toText, type ValueKind } from "./value-text";

interface PlainFieldProps {
  pointer: Pointer;
  label: string;
  hint?: ReactNode;
  placeholder?: string | null;
  required?: boolean;
  kind: ValueKind;
}

/** A text field for what is fixed before any event arrives, so that there is no data to insert. */
export function PlainField({ pointer, label, hint, placeholder, required = true, kind }: PlainFieldProps) {
  const { id, value, set, error, warning } = useField(pointer);
  const stored = (text: string) => (text === "" ? undefined : fromText(text, kind));
  const [text, setText] = useDraft(value, toText, stored);
  const change = (next: string) => {
    setText(next);
    set(stored(next));
  };
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      warning={warning}
      remedy={<FieldRepair id={id} />}
      required={required}
    >
      {(control) => (
        <Input
          {...control}
          value={text}
          placeholder={placeholder ? `For example ${placeholder}` : undefined}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
