"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "~/components/ui/button";
import { withParams } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import type { FailureFilters } from "./failure-filters";

interface FailureFilterBarProps {
  path: string;
  filters: FailureFilters;
  recipes: { value: string; label: string }[];
}

const OUTCOMES = [
  { value: "failed", label: "Failed" },
  { value: "outcome_unknown", label: "Outcome unknown" },
];

/** Which causes to show; the choice lives in the address. */
export function FailureFilterBar({ path, filters, recipes }: FailureFilterBarProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (changes: Partial<Record<"recipe" | "status", string | undefined>>) =>
    startTransition(() => router.push(withParams(path, filters, { cursor: undefined, ...changes })));
  return (
    <search aria-busy={pending} className="flex flex-wrap items-center gap-2 border-b px-4 py-2.5">
      <Select
        aria-label="Recipe"
        className="min-w-36 flex-1 sm:max-w-56"
        value={filters.recipe ?? ""}
        onChange={(event) => go({ recipe: event.target.value || undefined })}
      >
        <option value="">All recipes</option>
        {recipes.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Outcome"
        className="min-w-36 flex-1 sm:max-w-56"
        value={filters.status ?? ""}
        onChange={(event) => go({ status: event.target.value || undefined })}
      >
        <option value="">Any outcome</option>
        {OUTCOMES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {filters.recipe || filters.status ? (
        <Button variant="ghost" onClick={() => go({ recipe: undefined, status: undefined })}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
