"use client";

import { useState } from "react";
import { Disclosure } from "~/components/ui/disclosure";
import type { ActionStep, LookupStep } from "~/server/recipes/definition";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { useEditor } from "./editor-context";
import type { FormField } from "./form-fields";
import { FormInput } from "./form-input";
import { isWithin } from "./problems";

/** The form of an action: what most people need first, the rest behind "More fields". */
export function ActionForm({
  step,
  pointer,
  fields,
}: {
  step: ActionStep | LookupStep;
  pointer: Pointer;
  fields: FormField[];
}) {
  const { revealed } = useEditor();
  // Decided once: a field must not jump out of "More fields" while somebody types into it.
  const [used] = useState(() => new Set(Object.keys(step.input)));
  const isShown = (field: FormField) => !field.more || used.has(field.name);
  const more = fields.filter((field) => !isShown(field));
  const isSought = more.some(
    (field) => revealed && isWithin(revealed, pointerText([...pointer, "input", field.name])),
  );
  return (
    <div className="flex flex-col gap-4">
      {fields.filter(isShown).map((field) => (
        <FormInput key={field.name} field={field} step={pointer} path={[field.name]} />
      ))}
      {more.length > 0 ? (
        <Disclosure summary={`More fields (${more.length})`} open={isSought}>
          <div className="flex flex-col gap-4 pt-1">
            {more.map((field) => (
              <FormInput key={field.name} field={field} step={pointer} path={[field.name]} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}
