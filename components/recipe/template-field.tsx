"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";
import { InsertData } from "./insert-data";
import { FieldRepair } from "./repair-button";
import type { Wanted } from "./scope-fields";
import { useDraft } from "./use-draft";
import { useInsert } from "./use-insert";
import { ValuePreview } from "./value-preview";
import { fromText, toText, type ValueKind } from "./value-text";

interface TemplateFieldProps {
  pointer: Pointer;
  label: string;
  hint?: ReactNode;
  placeholder?: string | null;
  required?: boolean;
  kind: ValueKind;
  /** Several lines; otherwise Enter does nothing. */
  long?: boolean;
  /** An emptied field is removed from the definition; false keeps it as "". */
  removeEmpty?: boolean;
  /** What "Insert data" offers; a list replaces what is there. */
  wanted?: Wanted;
  /** The preview's words. */
  inWords?: (value: unknown) => string;
  /** Beside "Insert data". */
  aside?: ReactNode;
  /** Below the preview, such as what to use when the value is missing. */
  children?: ReactNode;
}

/** A text field that takes Liquid: data can be inserted at the cursor, and the result for the sample event is shown. */
export function TemplateField(props: TemplateFieldProps) {
  const { pointer, label, hint, placeholder, required = true, kind, long = false, children } = props;
  const { removeEmpty = true, wanted, inWords } = props;
  const field = useField(pointer);
  const [text, setText] = useDraft(field.value, toText, (draft) => stored(draft, kind, removeEmpty));

  function change(next: string) {
    setText(next);
    field.set(stored(next, kind, removeEmpty));
  }
  const { control: inserting, insert } = useInsert(text, change);
  return (
    <div className="relative min-w-0">
      <Field
        id={field.id}
        label={label}
        hint={hint}
        error={field.error}
        warning={field.warning}
        remedy={<FieldRepair id={field.id} />}
        required={required}
        aside={
          <div className="flex items-center gap-1">
            {props.aside}
            <InsertData
              pointer={pointer}
              fieldLabel={label}
              wanted={wanted}
              onInsert={wanted === "lists" ? change : insert}
            />
          </div>
        }
      >
        {(control) => (
          <Textarea
            {...control}
            {...inserting}
            rows={1}
            value={text}
            placeholder={placeholder ? `For example ${placeholder}` : undefined}
            spellCheck={long}
            onChange={(event) => change(event.target.value)}
            onKeyDown={long ? undefined : ignoreEnter}
            className={long ? "min-h-20" : "min-h-8.5 resize-none py-1.5 leading-5"}
          />
        )}
      </Field>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 empty:hidden">
        <ValuePreview pointer={pointer} value={field.value} inWords={inWords} />
        {children}
      </div>
    </div>
  );
}

function stored(text: string, kind: ValueKind, removeEmpty: boolean): unknown {
  return text === "" && removeEmpty ? undefined : fromText(text, kind);
}

function ignoreEnter(event: KeyboardEvent) {
  if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
}
