"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "~/components/ui/button";
import { StatusBadge } from "~/components/ui/status-badge";
import type { RunItem, RunNode } from "./run-tree";
import { enteredText, formatCount } from "./run-words";

interface LoopItemsProps {
  items: readonly RunItem[];
  /** Draws steps; given, because steps draw loops. */
  renderNodes: (label: string, nodes: readonly RunNode[]) => ReactNode;
}

const AT_ONCE = 20;
/** So many of the items in trouble start open. */
const OPEN_AT_FIRST = 3;

/** A loop's items, those in trouble first, some at a time: a long loop must not fill the page. */
export function LoopItems({ items, renderNodes }: LoopItemsProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const sorted = troubleFirst(items);
  const left = sorted.length - shown;
  return (
    <div className="ml-1.5 flex flex-col gap-2 border-l-2 pl-2.5 sm:ml-3.5 sm:pl-4">
      <ol aria-label="Items" className="flex min-w-0 flex-col gap-1.5">
        {sorted.slice(0, shown).map((item, place) => (
          <LoopItem
            key={item.index}
            item={item}
            startsOpen={items.length === 1 || (isTrouble(item) && place < OPEN_AT_FIRST)}
            renderNodes={renderNodes}
          />
        ))}
      </ol>
      {left > 0 ? (
        <Button size="sm" className="self-start" onClick={() => setShown(shown + AT_ONCE)}>
          Show {Math.min(AT_ONCE, left)} more
          <span className="font-normal text-muted">
            {formatCount(shown)} of {formatCount(sorted.length)} shown
          </span>
        </Button>
      ) : null}
    </div>
  );
}

interface LoopItemProps {
  item: RunItem;
  startsOpen: boolean;
  renderNodes: LoopItemsProps["renderNodes"];
}

function LoopItem({ item: { index, nodes, fallback, status }, startsOpen, renderNodes }: LoopItemProps) {
  const [open, setOpen] = useState(startsOpen);
  const count = nodes.length + fallback.length;
  return (
    <li className="min-w-0">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group/item">
        <summary className="flex list-none items-center gap-2.5 rounded-md border bg-surface px-3 py-1.5 text-sm hover:bg-hover/60">
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 text-faint transition-transform group-open/item:rotate-90"
          />
          <span className="flex-1">
            Item {formatCount(index + 1)}
            <span className="text-xs text-faint"> · {count === 1 ? "1 step" : `${count} steps`}</span>
          </span>
          <StatusBadge status={status} />
        </summary>
        {open ? (
          <div className="mt-2 mb-1 flex flex-col gap-2 pl-2 sm:pl-4">
            {renderNodes(`Steps of item ${index + 1}`, nodes)}
            {fallback.length > 0 ? (
              <>
                <p className="text-xs text-muted">{enteredText("fallback")}</p>
                {renderNodes(`Because item ${index + 1} failed`, fallback)}
              </>
            ) : null}
          </div>
        ) : null}
      </details>
    </li>
  );
}

function isTrouble({ status }: RunItem): boolean {
  return status === "failed" || status === "outcome_unknown" || status === "waiting";
}

function troubleFirst(items: readonly RunItem[]): RunItem[] {
  return [...items.filter(isTrouble), ...items.filter((item) => !isTrouble(item))];
}
