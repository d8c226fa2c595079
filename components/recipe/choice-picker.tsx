"use client";

import { ListFilter } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { ChoiceList } from "./choice-list";
import { Popover } from "./popover";
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
        aria-label={`Choose ${what.toLowerCase()}`}
        onClick={() => setOpen(!open)}
        className="h-6 px-1.5 text-accent-ink pointer-coarse:h-8"
      >
        <ListFilter aria-hidden />
        Choose
      </Button>
      {open ? (
        <Popover
          label={`Choose ${what.toLowerCase()}`}
          opener={opener}
          onClose={() => setOpen(false)}
          className="inset-x-0 top-full mt-1"
        >
          {source.connection ? (
            <ChoiceList
              source={source}
              what={what}
              selected={selected}
              onChoose={(id) => {
                setOpen(false);
                onChoose(id);
                opener.current?.focus();
              }}
            />
          ) : (
            <p className="p-3 text-sm text-muted">
              Choose the account of this step first: its list is shown here.
            </p>
          )}
        </Popover>
      ) : null}
    </div>
  );
}
