"use client";

import { Dialog } from "@base-ui/react/dialog";
import { LoaderCircle, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Keys } from "~/components/ui/keys";
import { commandsFor } from "./commands";
import { type Entry, entriesOf } from "./entries";
import { PaletteEntry } from "./palette-entry";
import { keepRecent, readRecents } from "./recents";
import { useDeed } from "./use-deed";
import { useHits } from "./use-hits";

interface PaletteProps {
  workspace: string;
  canEdit: boolean;
  paused: boolean;
  onClose: () => void;
}

/** Type what you look for or want done; arrows, Enter and Escape do the rest. */
export function Palette({ workspace, canEdit, paused, onClose }: PaletteProps) {
  const router = useRouter();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const [recents] = useState(() => readRecents(workspace));
  const { hits, searching, failed } = useHits(workspace, query);
  const commands = useMemo(() => commandsFor({ workspace, canEdit, paused }), [workspace, canEdit, paused]);
  const entries = useMemo(
    () => entriesOf({ workspace, query, commands, hits, recents }),
    [workspace, query, commands, hits, recents],
  );
  const doIt = useDeed(workspace);
  const current = entries[Math.min(active, entries.length - 1)];
  useEffect(() => {
    if (current) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  function choose({ key, title, detail, href, command }: Entry) {
    onClose();
    if (href) {
      keepRecent(workspace, { key, title, href, ...(detail && { detail }) });
      router.push(href);
    } else if (command && "deed" in command.does) doIt(command.does.deed);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, entries.length - 1) + step + entries.length) % entries.length);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing && current) {
      event.preventDefault();
      choose(current);
    }
  }

  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-modal bg-scrim" />
        <Dialog.Popup className="fixed inset-x-0 top-[12dvh] z-modal mx-auto flex h-[min(70dvh,34rem)] w-[calc(100vw-2rem)] max-w-xl animate-rise flex-col overflow-hidden rounded-xl border bg-surface text-ink shadow-float outline-none max-sm:top-4 max-sm:h-[calc(100dvh-2rem)]">
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <div className="flex items-center gap-2.5 border-b px-4">
            {searching ? (
              <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-faint" />
            ) : (
              <Search aria-hidden className="size-4 shrink-0 text-faint" />
            )}
            <input
              role="combobox"
              aria-expanded="true"
              aria-controls={id}
              aria-autocomplete="list"
              aria-activedescendant={current ? `${id}-${current.key}` : undefined}
              aria-label="Search and commands"
              placeholder="Search, or say what to do"
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
              className="h-12 w-full min-w-0 bg-transparent text-base outline-none"
            />
            <Keys keys={["Esc"]} className="pointer-coarse:hidden" />
          </div>
          <div
            ref={list}
            id={id}
            role="listbox"
            aria-label="Results"
            className="min-h-0 flex-1 overflow-y-auto p-1.5"
          >
            {groupsOf(entries).map(([group, members]) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
              <div key={group} role="group" aria-label={group}>
                <p aria-hidden className="px-2.5 pt-2.5 pb-1 text-2xs font-medium text-faint">
                  {group}
                </p>
                {members.map((entry) => (
                  <PaletteEntry
                    key={entry.key}
                    id={`${id}-${entry.key}`}
                    entry={entry}
                    active={entry === current}
                    onChoose={() => choose(entry)}
                    onPoint={() => setActive(entries.indexOf(entry))}
                  />
                ))}
              </div>
            ))}
          </div>
          <p role="status" className="px-4 pb-3 text-sm text-muted empty:hidden">
            {failed
              ? "The search cannot be reached just now. Commands still work."
              : entries.length === 0 && !searching
                ? `Nothing is called “${query.trim()}”. Try fewer letters, an id, or a page's name.`
                : null}
          </p>
          <footer className="flex gap-4 border-t px-4 py-2 text-2xs text-faint pointer-coarse:hidden">
            <span className="flex items-center gap-1.5">
              <Keys keys={["↑", "↓"]} /> move
            </span>
            <span className="flex items-center gap-1.5">
              <Keys keys={["Enter"]} /> open
            </span>
            <span className="ml-auto flex items-center gap-1.5">
              <Keys keys={["?"]} /> all shortcuts
            </span>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function groupsOf(entries: readonly Entry[]): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}
