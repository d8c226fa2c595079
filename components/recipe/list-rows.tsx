"use client";

import { Plus, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { useField } from "./editor-context";
import type { FormField } from "./form-fields";
import type { Pointer } from "./pointer";
import { RowValue } from "./row-value";
import { TemplateField } from "./template-field";
import { fromText, hasTemplate, toText } from "./value-text";

interface ListRowsProps {
  field: FormField;
  step: Pointer;
  path: string[];
}

/** A list with one value a row; a template that yields a whole list is shown as one text field. */
export function ListRows({ field, step, path }: ListRowsProps) {
  const pointer = [...step, "input", ...path];
  const { id, value, set, error } = useField(pointer);
  if (hasTemplate(value)) {
    return (
      <TemplateField
        pointer={pointer}
        label={field.title}
        hint={field.description}
        required={field.required}
        kind="any"
      />
    );
  }
  const items: unknown[] = Array.isArray(value) ? value : [];
  const store = (next: unknown[]) => set(next.length === 0 ? undefined : next);
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0">
      <legend className="mb-1 text-sm font-medium">
        {field.title}
        {field.required ? null : <span className="ml-1.5 font-normal text-faint">optional</span>}
      </legend>
      {field.description ? <p className="mb-2 text-xs text-faint">{field.description}</p> : null}
      <ul className="flex flex-col gap-2">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list's values have no identity but their place
          <li key={index} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <RowValue
                pointer={[...pointer, index]}
                label={`${field.title} ${index + 1}`}
                text={toText(item)}
                onChange={(text) => store(items.with(index, fromText(text, "string")))}
              />
            </div>
            <Button
              variant="ghost"
              aria-label={`Remove ${field.title} ${index + 1}`}
              className="px-1.5"
              onClick={() => store(items.toSpliced(index, 1))}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button size="sm" variant="ghost" className="mt-1 -ml-1" onClick={() => store([...items, ""])}>
        <Plus aria-hidden />
        Add {items.length === 0 ? "one" : "another"}
      </Button>
      {error && items.length === 0 ? <p className="text-xs text-danger">{error}</p> : null}
    </fieldset>
  );
}
