"use client";

import { Braces } from "lucide-react";
import type { Pointer } from "~/server/recipes/pointer";
import { itemsText, sampleText } from "./data-fields";
import { FieldPopover } from "./field-popover";
import type { Wanted } from "./scope-fields";
import { type SearchItem, SearchList } from "./search-list";
import { useScopeFields } from "./use-scope-fields";

interface InsertDataProps {
  /** The field it is for: what ran before that place can be inserted. */
  pointer: Pointer;
  /** The field's name, for screen readers. */
  fieldLabel: string;
  wanted?: Wanted | undefined;
  onInsert: (template: string) => void;
}

/** The button that opens the fields of the sample event and of earlier steps, each with its sample value. */
export function InsertData({ pointer, fieldLabel, wanted = "values", onInsert }: InsertDataProps) {
  return (
    <FieldPopover
      icon={<Braces aria-hidden />}
      text={wanted === "lists" ? "Choose a list" : "Insert data"}
      label={wanted === "lists" ? `Choose a list for ${fieldLabel}` : `Insert data into ${fieldLabel}`}
      title={wanted === "lists" ? "Choose a list" : "Insert data"}
    >
      {(close) => (
        <DataList
          pointer={pointer}
          wanted={wanted}
          onInsert={(template) => {
            close();
            onInsert(template);
          }}
        />
      )}
    </FieldPopover>
  );
}

interface DataListProps {
  pointer: Pointer;
  wanted: Wanted;
  onInsert: (template: string) => void;
}

function DataList({ pointer, wanted, onInsert }: DataListProps) {
  const items: SearchItem[] = useScopeFields(pointer, wanted).flatMap(({ group, fields }) =>
    fields.map((field) => ({
      key: field.template,
      group,
      label: field.label,
      hint:
        wanted === "lists" && Array.isArray(field.sample)
          ? itemsText(field.sample.length)
          : sampleText(field.sample),
      ...(field.detail && { detail: field.detail }),
    })),
  );
  return (
    <SearchList
      items={items}
      label="Search fields and values"
      nothing={
        wanted === "lists" ? NO_LIST : "No field matches. Choose an event on the right to see its fields."
      }
      onChoose={onInsert}
    />
  );
}

const NO_LIST =
  "The chosen event has no such list. Choose another event on the right, or look one up in a step before.";
