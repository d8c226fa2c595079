"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { cn } from "./cn";
import { CONTROL } from "./control-classes";

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string | undefined;
  /** Gets undefined for an empty field. */
  onSearch(text: string | undefined): void;
}

const PAUSE_MS = 350;

/** A search that runs a moment after typing stops, and at once with Enter; what is typed is never taken away. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(value ?? "");
  useEffect(() => {
    // Back, or "Clear filters": the address has changed, and not by typing here.
    const isOther = (value ?? "") !== asked.current;
    if (isOther && field.current) field.current.value = value ?? "";
    asked.current = value ?? "";
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  function search(text: string) {
    clearTimeout(timer.current);
    if (text.trim() === asked.current) return;
    asked.current = text.trim();
    onSearch(text.trim() || undefined);
  }
  return (
    <form
      className="relative min-w-0 flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        search(field.current?.value ?? "");
      }}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
      />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value ?? ""}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => search(target.value), PAUSE_MS);
        }}
        className={cn(CONTROL, "h-8.5 pl-8 pointer-coarse:h-10")}
      />
    </form>
  );
}
