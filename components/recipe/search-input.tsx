"use client";

import { Search } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";

interface SearchInputProps {
  /** The list's DOM id, and that of the option which Enter would choose. */
  listId: string;
  activeId: string | undefined;
  label: string;
  placeholder: string;
  value: string;
  onChange: (query: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** At the right end. */
  children?: ReactNode;
}

/** The field that steers a list of options below it. */
export function SearchInput({ listId, activeId, onChange, children, label, ...input }: SearchInputProps) {
  return (
    <div className="flex items-center gap-2 border-b pr-1 pl-3">
      <Search aria-hidden className="size-4 shrink-0 text-faint" />
      <input
        {...input}
        // biome-ignore lint/a11y/noAutofocus: the list was just opened to be searched
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        aria-label={label}
        onChange={(event) => onChange(event.target.value)}
        className="h-9 w-full min-w-0 bg-transparent text-sm outline-none"
      />
      {children}
    </div>
  );
}
