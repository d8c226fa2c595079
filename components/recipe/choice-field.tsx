"use client";

import type { ReactNode } from "react";
import type { ChoiceKind } from "~/server/connectors/fields";
import type { Pointer } from "~/server/recipes/pointer";
import { ChoicePicker } from "./choice-picker";
import { useEditor, useField } from "./editor-context";
import { TemplateField } from "./template-field";
import { useChoiceLabel } from "./use-choice-label";
import { fromText, hasTemplate, toText, type ValueKind } from "./value-text";

interface ChoiceFieldProps {
  step: Pointer;
  pointer: Pointer;
  choices: ChoiceKind;
  label: string;
  hint: ReactNode;
  placeholder: string | null;
  required: boolean;
  kind: ValueKind;
  removeEmpty?: boolean;
  children?: ReactNode;
}

/** A text field for something in the connected account: chosen from its list, typed as an id, or taken from data. */
export function ChoiceField({ step, choices, children, ...field }: ChoiceFieldProps) {
  const { workspace } = useEditor();
  const connection = useField([...step, "connection"]).value;
  const { value, set } = useField(field.pointer);
  const source = { workspace, connection: typeof connection === "string" ? connection : "", kind: choices };
  const text = hasTemplate(value) ? "" : toText(value);
  const chosen = useChoiceLabel(source, text);
  return (
    <TemplateField
      {...field}
      aside={
        <ChoicePicker
          source={source}
          what={field.label}
          selected={text}
          onChoose={(id) => set(fromText(id, field.kind))}
        />
      }
    >
      {text && chosen ? <span className="min-w-0 text-xs break-words text-muted">{chosen.label}</span> : null}
      {text && chosen === null ? (
        <span className="text-xs text-warn">The account has nothing with this id.</span>
      ) : null}
      {children}
    </TemplateField>
  );
}
