"use client";

import { ListFilter } from "lucide-react";
import { ChoiceList } from "./choice-list";
import { FieldPopover } from "./field-popover";
import type { ChoiceSource } from "./use-choices";

interface ChoicePickerProps {
  /** Without a connection there is nothing to list yet. */
  source: ChoiceSource;
  /** The field's name. */
  what: string;
  selected: string;
  onChoose: (id: string) => void;
}

/** The button that opens a list of what the connected account has. */
export function ChoicePicker({ source, what, selected, onChoose }: ChoicePickerProps) {
  const title = `Choose ${what.toLowerCase()}`;
  return (
    <FieldPopover icon={<ListFilter aria-hidden />} text="Choose" label={title} title={title}>
      {(close) =>
        source.connection ? (
          <ChoiceList
            source={source}
            what={what}
            selected={selected}
            onChoose={(id) => {
              onChoose(id);
              close();
            }}
          />
        ) : (
          <p className="p-3 text-sm text-muted">
            Choose the account of this step first: its list is shown here.
          </p>
        )
      }
    </FieldPopover>
  );
}
