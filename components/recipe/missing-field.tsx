"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";
import { useDraft } from "./use-draft";
import { fromText, hasTemplate, toText, type ValueKind } from "./value-text";

interface MissingFieldProps {
  /** The step it belongs to. */
  step: Pointer;
  /** The input's path inside the step: `attributes.plan`. */
  inputPath: string;
  value: unknown;
  kind: ValueKind;
}

/** What to use when a template finds nothing: offered for every templated input, shown once it is set. */
export function MissingField({ step, inputPath, value, kind }: MissingFieldProps) {
  const field = useField([...step, "onMissing", inputPath]);
  const [text, setText] = useDraft(field.value, toText, (draft) => stored(draft, kind));
  const [asked, setAsked] = useState(false);
  if (field.value === undefined && !asked) {
    if (!hasTemplate(value)) return null;
    return (
      <Button variant="ghost" size="sm" className="h-6 px-1 text-faint" onClick={() => setAsked(true)}>
        If missing, use…
      </Button>
    );
  }
  return (
    <div className="mt-1.5 flex w-full items-center gap-2 pl-5">
      <label htmlFor={field.id} className="shrink-0 text-xs text-muted">
        If missing, use
      </label>
      <Input
        id={field.id}
        autoFocus={asked}
        value={text}
        onChange={(event) => {
          setAsked(true);
          setText(event.target.value);
          field.set(stored(event.target.value, kind));
        }}
        className="h-7 text-xs"
      />
    </div>
  );
}

function stored(text: string, kind: ValueKind): unknown {
  return text === "" ? undefined : fromText(text, kind);
}
