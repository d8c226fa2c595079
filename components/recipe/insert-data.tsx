"use client";

import { Braces } from "lucide-react";
import { sampleText } from "./data-fields";
import { FieldPopover } from "./field-popover";
import type { Pointer } from "./pointer";
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
  return (
    <FieldPopover
      icon={<Braces aria-hidden />}
      text="Insert data"
      label={`Insert data into ${fieldLabel}`}
      title="Insert data"
    >
      {(close) => (
        <DataList
          pointer={pointer}
          onInsert={(template) => {
            close();
            onInsert(template);
          }}
        />
      )}
    </FieldPopover>
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
