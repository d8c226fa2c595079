"use client";

import { LoaderCircle, RefreshCw } from "lucide-react";
import { type KeyboardEvent, type UIEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { SearchInput } from "./search-input";
import { SearchOption } from "./search-list";
import { type ChoiceSource, useChoices } from "./use-choices";

interface ChoiceListProps {
  source: ChoiceSource;
  /** What is listed, as the field calls it: "Price". */
  what: string;
  selected: string;
  onChoose: (id: string) => void;
}

const NEAR_END_PX = 120;

/** Searches the connected account: arrow keys move, Enter chooses, scrolling loads more. */
export function ChoiceList({ source, what, selected, onChoose }: ChoiceListProps) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { items, status, error, nextCursor, more, refresh } = useChoices(source, query);
  const current = items[Math.min(active, items.length - 1)];
  const noun = what.toLowerCase();

  useEffect(() => {
    if (current) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = Math.min(
        Math.max(Math.min(active, items.length - 1) + step, 0),
        Math.max(items.length - 1, 0),
      );
      setActive(next);
      if (next >= items.length - 5) more();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (current) onChoose(current.id);
    }
  }
  function onScroll({ currentTarget: box }: UIEvent<HTMLDivElement>) {
    if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX) more();
  }

  return (
    <div className="flex min-h-0 flex-col">
      <SearchInput
        label={`Search ${noun}`}
        placeholder="Search by name or id"
        listId={id}
        activeId={current ? `${id}-${current.id}` : undefined}
        value={query}
        onChange={(next) => {
          setQuery(next);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      >
        <Button
          variant="ghost"
          size="sm"
          aria-label="Read the list again"
          onClick={refresh}
          className="px-1.5"
        >
          <RefreshCw aria-hidden />
        </Button>
      </SearchInput>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={what}
        aria-busy={status === "loading"}
        onScroll={onScroll}
        className="max-h-72 min-h-0 overflow-y-auto p-1 empty:hidden"
      >
        {items.map((item) => (
          <SearchOption
            key={item.id}
            id={`${id}-${item.id}`}
            item={{
              key: item.id,
              group: "",
              label: item.label,
              hint: item.id,
              selected: item.id === selected,
              ...(item.hint ? { detail: item.hint } : {}),
            }}
            active={item === current}
            onChoose={onChoose}
          />
        ))}
      </div>
      <div role="status" className="border-t px-3 py-2 text-xs text-muted">
        {status === "loading" ? (
          <span className="flex items-center gap-1.5">
            <LoaderCircle aria-hidden className="size-3.5 animate-spin" /> Reading the account…
          </span>
        ) : status === "failed" ? (
          <span className="text-danger">{error}</span>
        ) : items.length === 0 ? (
          query ? (
            `Nothing matches “${query}”. You can also type an id or {{ … }} into the field.`
          ) : (
            "This account has none yet. Make one there, then read the list again."
          )
        ) : (
          `${items.length}${nextCursor ? " shown, scroll for more" : " in all"}. Or type an id or {{ … }} into the field.`
        )}
      </div>
    </div>
  );
}
