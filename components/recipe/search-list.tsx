"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { cn } from "~/components/ui/cn";
import { SearchInput } from "./search-input";

export interface SearchItem {
  key: string;
  group: string;
  label: string;
  detail?: string;
  /** Shown at the right in monospace: a sample value, an id. */
  hint?: string;
  icon?: ReactNode;
  selected?: boolean;
}

interface SearchListProps {
  items: readonly SearchItem[];
  /** Names the list for screen readers; also the search field's placeholder. */
  label: string;
  nothing: string;
  onChoose: (key: string) => void;
}

const MAX_SHOWN = 300;

/** A search field over a grouped list: arrow keys move, Enter chooses. */
export function SearchList({ items, label, nothing, onChoose }: SearchListProps) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = searchItems(items, query).slice(0, MAX_SHOWN);
  const current = found[Math.min(active, found.length - 1)];

  useEffect(() => {
    if (current) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, found.length - 1) + step + found.length) % found.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (current) onChoose(current.key);
    }
  }

  return (
    <div className="flex min-h-0 flex-col">
      <SearchInput
        label={label}
        placeholder={label}
        listId={id}
        activeId={current ? `${id}-${current.key}` : undefined}
        value={query}
        onChange={(next) => {
          setQuery(next);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        className="max-h-72 min-h-0 overflow-y-auto p-1"
      >
        {groupItems(found).map(([group, members]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={group} role="group" aria-label={group}>
            <p aria-hidden className="px-2 pt-2 pb-1 text-2xs font-medium text-faint">
              {group}
            </p>
            {members.map((item) => (
              <SearchOption
                key={item.key}
                id={`${id}-${item.key}`}
                item={item}
                active={item === current}
                onChoose={onChoose}
              />
            ))}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="px-3 pb-3 text-sm text-muted">{nothing}</p> : null}
    </div>
  );
}

interface OptionProps {
  id: string;
  item: SearchItem;
  active: boolean;
  onChoose: (key: string) => void;
}

/** One line of a list that a search field steers. */
export function SearchOption({ id, item, active, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys of the whole list
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant marks it, the focus stays in the field
    <div
      id={id}
      role="option"
      aria-selected={item.selected ?? false}
      data-active={active || undefined}
      onClick={() => onChoose(item.key)}
      className={cn(
        "flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-sm hover:bg-hover",
        active && "bg-hover outline-1 outline-line",
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1">
        <span className="block break-words">{item.label}</span>
        {item.detail ? <span className="block text-xs text-faint">{item.detail}</span> : null}
      </span>
      {item.hint ? (
        <span className="max-w-[45%] truncate font-mono text-xs text-muted">{item.hint}</span>
      ) : null}
      {item.selected ? <Check aria-hidden className="size-4 shrink-0 text-accent-ink" /> : null}
    </div>
  );
}

/** Items whose words contain every word of the query; those whose own name does come first. */
export function searchItems(items: readonly SearchItem[], query: string): SearchItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const found = items.filter(({ label, detail = "", hint = "", group }) =>
    has(`${label} ${detail} ${hint} ${group}`),
  );
  const byName = [...found.filter(({ label }) => has(label)), ...found.filter(({ label }) => !has(label))];
  // In the order of the groups, which is how they are shown and how the arrow keys move.
  return groupItems(byName).flatMap(([, members]) => members);
}

function groupItems(items: readonly SearchItem[]): [string, SearchItem[]][] {
  const groups = new Map<string, SearchItem[]>();
  for (const item of items) {
    const members = groups.get(item.group);
    if (members) members.push(item);
    else groups.set(item.group, [item]);
  }
  return [...groups];
}
