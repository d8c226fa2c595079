"use client";

import { Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import type { Pointer } from "~/server/recipes/pointer";
import { useField } from "./editor-context";
import { Popover } from "./popover";
import { type SearchItem, SearchList } from "./search-list";

interface ChosenListProps {
  /** Where the chosen keys are kept, as a list of texts. */
  pointer: Pointer;
  legend: string;
  hint?: string | null;
  /** What can be chosen; an item's `detail` is shown below its label. */
  items: readonly SearchItem[];
  search: string;
  add: { first: string; more: string };
  /** Takes a key that is no item of the list's own; true when it did. */
  onSpecial?: (key: string) => boolean;
}

/** Several of many: the chosen ones as rows, all others in a searchable list. */
export function ChosenList({ pointer, legend, hint, items, search, add, onSpecial }: ChosenListProps) {
  const { id, value, set, error, warning } = useField(pointer);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const toggle = (key: string) =>
    set(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  const labelOf = (key: string) => items.find((item) => item.key === key)?.label ?? key;
  function choose(key: string) {
    if (onSpecial?.(key)) setOpen(false);
    else toggle(key);
  }
  return (
    <fieldset id={id} tabIndex={-1} className="relative min-w-0">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {hint ? <p className="mb-2 text-xs text-faint">{hint}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {chosen.map((key) => (
          <li key={key} className="flex items-center gap-2 rounded-md border bg-canvas py-1 pr-1 pl-3">
            <span className="min-w-0 flex-1">
              <span className="block text-sm">{labelOf(key)}</span>
              <span className="block truncate font-mono text-2xs text-faint">{key}</span>
            </span>
            <Button
              variant="ghost"
              size="sm"
              aria-label={`Stop listening to ${labelOf(key)}`}
              className="px-1.5"
              onClick={() => toggle(key)}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button
        ref={opener}
        size="sm"
        className={chosen.length > 0 ? "mt-2" : ""}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Plus aria-hidden />
        {chosen.length === 0 ? add.first : add.more}
      </Button>
      {open ? (
        <Popover label={legend} opener={opener} onClose={() => setOpen(false)} className="inset-x-0 mt-1">
          <SearchList
            items={items.map((item) => ({ ...item, selected: chosen.includes(item.key) }))}
            label={search}
            nothing="Nothing matches."
            onChoose={choose}
          />
        </Popover>
      ) : null}
      {error ? <p className="mt-1 text-xs text-danger">{error}</p> : null}
      {warning ? <p className="mt-1 text-xs text-warn">{warning}</p> : null}
    </fieldset>
  );
}
