"use client";

import type { ReactNode } from "react";
import { cn } from "~/components/ui/cn";
import { Textarea } from "~/components/ui/textarea";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { useEditor } from "./editor-context";
import { InsertData } from "./insert-data";
import { countErrors, problemsAt, problemText } from "./problems";
import { useInsert } from "./use-insert";
import { ValuePreview } from "./value-preview";
import { fromText } from "./value-text";

interface RowValueProps {
  pointer: Pointer;
  /** For screen readers; the row shows it by its place. */
  label: string;
  text: string;
  placeholder?: string;
  onChange: (text: string) => void;
  children?: ReactNode;
}

/** The value of one row (key/value, list, condition): takes Liquid like every field, without a label of its own. */
export function RowValue({ pointer, label, text, placeholder = "value", onChange, children }: RowValueProps) {
  const { problems } = useEditor();
  const id = pointerText(pointer);
  const found = problemsAt(problems, id);
  const says = problemText(found);
  const isError = countErrors(found) > 0;
  const { control: inserting, insert } = useInsert(text, onChange);
  return (
    <div className="relative min-w-0">
      <Textarea
        {...inserting}
        id={id}
        rows={1}
        aria-label={label}
        aria-invalid={isError ? true : undefined}
        aria-describedby={says ? `${id}-error` : undefined}
        value={text}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-8.5 resize-none py-1.5 leading-5"
      />
      {says ? (
        <p id={`${id}-error`} className={cn("mt-1 text-xs", isError ? "text-danger" : "text-warn")}>
          {says}
        </p>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-3">
        <div className="mt-1 min-w-0 flex-1 basis-40">
          <ValuePreview pointer={pointer} value={fromText(text, "any")} />
        </div>
        <InsertData pointer={pointer} fieldLabel={label} onInsert={insert} />
      </div>
      {children}
    </div>
  );
}
