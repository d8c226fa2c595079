"use client";

import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { reasonText } from "~/components/queue/queue-words";
import { AnySelect, type Choice } from "~/components/ui/any-select";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { withParams } from "~/components/ui/pagination";
import { SearchField } from "~/components/ui/search-field";
import { statusLabel } from "~/components/ui/status-badge";
import { RUN_MODES, RUN_STATUSES } from "~/server/services/run/kinds";
import { chartSpan } from "./chart-times";
import type { RunFilters } from "./run-filters";
import { SINCE_CHOICES } from "./since";
import { viewQuery } from "./view-query";

const STATUSES: Choice[] = RUN_STATUSES.map((value) => ({ value, label: statusLabel(value) }));
const MODE_LABELS = { live: "Live runs", shadow: "Shadow runs", test: "Tests" };
const MODES: Choice[] = RUN_MODES.map((value) => ({ value, label: MODE_LABELS[value] }));
/** Reasons that are known by name; limits of accounts have names of their own, which the queue page links to. */
const REASONS = ["retry", "delay", "restart", "connection", "workspace"];
const SINCE: Choice[] = Object.entries(SINCE_CHOICES).map(([value, { label }]) => ({ value, label }));

interface RunFilterBarProps {
  path: string;
  filters: RunFilters;
  recipes: Choice[];
  connections: Choice[];
  types: string[];
}

/** Which runs to show; the choice lives in the URL, so that it can be shared and the back button works. */
export function RunFilterBar({ path, filters, recipes, connections, types }: RunFilterBarProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [open, setOpen] = useState(false);
  const go = (changes: Partial<Record<keyof RunFilters, string | undefined>>) =>
    startTransition(() => router.push(withParams(path, filters, { ...changes, cursor: undefined })));
  const waits = filters.for || filters.status === "waiting" || filters.status === "held";
  const select = (label: string, name: keyof RunFilters, any: string, choices: readonly Choice[]) => (
    <AnySelect
      aria-label={label}
      className="w-full sm:w-auto sm:max-w-44"
      any={any}
      value={filters[name]}
      choices={withChosen(choices, filters[name])}
      // What a run waits for says nothing about runs of another status.
      onChoose={(value) => go({ ...(name === "status" ? { for: undefined } : {}), [name]: value })}
    />
  );
  const count = [...new URLSearchParams(viewQuery(filters)).keys()].filter((key) => key !== "q").length;
  return (
    <search aria-busy={pending} className="flex flex-col gap-2 border-b px-4 py-2.5">
      <div className="flex gap-2">
        <SearchField
          label="Search runs"
          placeholder="Run or event id, customer's e-mail, words of an error…"
          value={filters.q}
          onSearch={(q) => go({ q })}
        />
        <Button className="sm:hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
          Filters{count > 0 ? ` (${count})` : ""}
        </Button>
      </div>
      <div className={cn("grid grid-cols-2 gap-2 sm:flex sm:flex-wrap", !open && "max-sm:hidden")}>
        {select("Recipe", "recipe", "All recipes", recipes)}
        {select("Status", "status", "Any status", STATUSES)}
        {waits ? select("Waits for", "for", "Any reason", REASONS.map(reasonChoice)) : null}
        {select(
          "Event type",
          "type",
          "Any event",
          types.map((type) => ({ value: type, label: type })),
        )}
        {select("Connection", "connection", "Any connection", connections)}
        {select("Mode", "mode", "Live, shadow, tests", MODES)}
        {filters.from || filters.to ? (
          <Button onClick={() => go({ from: undefined, to: undefined })} aria-label="Any time again">
            {rangeText(filters)}
            <X aria-hidden />
          </Button>
        ) : (
          select("When", "since", "Any time", SINCE)
        )}
        {count > 0 || filters.q ? (
          <Button variant="ghost" onClick={() => startTransition(() => router.push(`${path}?view=all`))}>
            Clear filters
          </Button>
        ) : null}
      </div>
      {filters.event ? (
        <p className="text-xs text-muted">
          <Search aria-hidden className="mr-1 inline size-3.5" />
          Only runs of one event.
        </p>
      ) : null}
    </search>
  );
}

const reasonChoice = (value: string): Choice => ({ value, label: reasonText(value) });

/** What is chosen is shown, though the list does not know it. */
function withChosen(choices: readonly Choice[], chosen: string | undefined): readonly Choice[] {
  if (!chosen || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: reasonText(chosen) }];
}

function rangeText({ from, to }: RunFilters): string {
  if (!from || !to) return from ? `Since ${from.slice(0, 16)}` : `Before ${to?.slice(0, 16)}`;
  return chartSpan(from, to, Number.POSITIVE_INFINITY);
}
