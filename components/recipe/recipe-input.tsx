"use client";

import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { Pointer } from "~/server/recipes/pointer";
import { useEditor, useField } from "./editor-context";
import type { FormField } from "./form-fields";
import { toText } from "./value-text";

/** Another recipe of the workspace, of those that wait to be called. */
export function RecipeInput({ field, pointer }: { field: FormField; pointer: Pointer }) {
  const { catalog } = useEditor();
  const { id, value, set, error } = useField(pointer);
  const callable = catalog.recipes.filter((recipe) => recipe.callable);
  const chosen = toText(value);
  const isKnown = chosen === "" || callable.some((recipe) => recipe.id === chosen);
  const none = "No other recipe has the trigger “Another recipe calls it” yet. Make one first.";
  return (
    <Field
      id={id}
      label={field.title}
      hint={callable.length === 0 ? none : field.description}
      error={error}
      required={field.required}
    >
      {(control) => (
        <Select {...control} value={chosen} onChange={(event) => set(event.target.value || undefined)}>
          <option value="">Choose…</option>
          {isKnown ? null : <option value={chosen}>A recipe that is not there any more</option>}
          {callable.map((recipe) => (
            <option key={recipe.id} value={recipe.id}>
              {recipe.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
