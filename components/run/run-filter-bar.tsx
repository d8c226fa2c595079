"use client";

import { useRouter } from "next/navigation";
import { useId, useTransition } from "react";
import { reasonText } from "~/components/queue/queue-words";
import { AnySelect, type Choice } from "~/components/ui/any-select";
import { Button } from "~/components/ui/button";
import { withParams } from "~/components/ui/pagination";
import { statusLabel } from "~/components/ui/status-badge";
import { RUN_STATUSES } from "~/server/services/run/schemas";
import { type RunFilters, SINCE_CHOICES } from "./run-filters";

type FilterName = "recipe" | "status" | "for" | "since";

const STATUSES: Choice[] = RUN_STATUSES.map((value) => ({ value, label: statusLabel(value) }));
/** Reasons that are known by name; limits of accounts have names of their own, which the queue page links to. */
const REASONS = ["retry", "delay", "restart", "connection", "workspace"];
const reasons = (chosen: string | undefined): Choice[] =>
  [...new Set([...REASONS, ...(chosen ? [chosen] : [])])].map((value) => ({
    value,
    label: reasonText(value),
  }));
const SINCE: Choice[] = Object.entries(SINCE_CHOICES).map(([value, { label }]) => ({ value, label }));

/** Which runs to show; the choice lives in the URL, so that it can be shared and the back button works. */
export function RunFilterBar({
  path,
  filters,
  recipes,
}: {
  path: string;
  filters: RunFilters;
  recipes: Choice[];
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (href: string) => startTransition(() => router.push(href));
  const choose = (name: FilterName) => (value: string | undefined) => {
    // What a run waits for says nothing about runs of another status.
    const reset = name === "status" ? { for: undefined } : {};
    go(withParams(path, filters, { cursor: undefined, ...reset, [name]: value }));
  };
  const isFiltered = Boolean(
    filters.recipe || filters.status || filters.for || filters.since || filters.event,
  );
  return (
    <search aria-busy={pending} className="flex flex-wrap items-end gap-3 border-b px-4 py-3">
      <FilterSelect
        label="Recipe"
        any="All recipes"
        value={filters.recipe}
        choices={recipes}
        onChoose={choose("recipe")}
      />
      <FilterSelect
        label="Status"
        any="Any status"
        value={filters.status}
        choices={STATUSES}
        onChoose={choose("status")}
      />
      {filters.for || filters.status === "waiting" || filters.status === "held" ? (
        <FilterSelect
          label="Waits for"
          any="Anything"
          value={filters.for}
          choices={reasons(filters.for)}
          onChoose={choose("for")}
        />
      ) : null}
      <FilterSelect
        label="When"
        any="Any time"
        value={filters.since}
        choices={SINCE}
        onChoose={choose("since")}
      />
      {isFiltered ? (
        <Button variant="ghost" onClick={() => go(path)}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}

interface FilterSelectProps {
  label: string;
  any: string;
  value: string | undefined;
  choices: Choice[];
  onChoose: (value: string | undefined) => void;
}

function FilterSelect({ label, ...rest }: FilterSelectProps) {
  const id = useId();
  return (
    <div className="min-w-36 flex-1 sm:max-w-56">
      <label htmlFor={id} className="mb-1 block text-xs text-faint">
        {label}
      </label>
      <AnySelect id={id} {...rest} />
    </div>
  );
}
