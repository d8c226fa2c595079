"use client";

import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";

/** A step's own name, for people; its id, which templates use, stays. */
export function StepName({ pointer }: { pointer: Pointer }) {
  const { id, value, set, error } = useField(pointer);
  return (
    <Field id={id} label="Name of this step" hint="Shown here instead of the action’s name." error={error}>
      {(control) => (
        <Input
          {...control}
          value={String(value ?? "")}
          maxLength={120}
          onChange={(event) => set(event.target.value || undefined)}
        />
      )}
    </Field>
  );
}
