"use client";

import { Braces } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { sampleText } from "./data-fields";
import type { Pointer } from "./pointer";
import { Popover } from "./popover";
import { type SearchItem, SearchList } from "./search-list";
import { useScopeFields } from "./use-scope-fields";

interface InsertDataProps {
  /** The field it is for: what ran before that place can be inserted. */
  pointer: Pointer;
  /** The field's name, for screen readers. */
  fieldLabel: string;
  onInsert: (template: string) => void;
}

/** The button that opens the fields of the sample event and of earlier steps, each with its sample value. */
export function InsertData({ pointer, fieldLabel, onInsert }: InsertDataProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <div className="static">
      <Button
        ref={opener}
        variant="ghost"
        size="sm"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`Insert data into ${fieldLabel}`}
        onClick={() => setOpen(!open)}
        className="h-6 px-1.5 text-accent-ink pointer-coarse:h-8"
      >
        <Braces aria-hidden />
        Insert data
      </Button>
      {open ? (
        <Popover
          label="Insert data"
          opener={opener}
          onClose={() => setOpen(false)}
          className="inset-x-0 top-full mt-1"
        >
          <DataList
            pointer={pointer}
            onInsert={(template) => {
              setOpen(false);
              onInsert(template);
            }}
          />
        </Popover>
      ) : null}
    </div>
  );
}

function DataList({ pointer, onInsert }: { pointer: Pointer; onInsert: (template: string) => void }) {
  const items: SearchItem[] = useScopeFields(pointer).flatMap(({ group, fields }) =>
    fields.map((field) => ({
      key: field.template,
      group,
      label: field.label,
      hint: sampleText(field.sample),
      ...(field.detail && { detail: field.detail }),
    })),
  );
  return (
    <SearchList
      items={items}
      label="Search fields and values"
      nothing="No field matches. Choose an event on the right to see its fields."
      onChoose={onInsert}
    />
  );
}
