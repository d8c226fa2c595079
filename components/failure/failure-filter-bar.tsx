"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { AnySelect, type Choice } from "~/components/ui/any-select";
import { Button } from "~/components/ui/button";
import { withParams } from "~/components/ui/pagination";
import type { FailureFilters } from "./failure-filters";

interface FailureFilterBarProps {
  path: string;
  filters: FailureFilters;
  recipes: Choice[];
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
      <AnySelect
        aria-label="Recipe"
        className="min-w-36 flex-1 sm:max-w-56"
        any="All recipes"
        value={filters.recipe}
        choices={recipes}
        onChoose={(recipe) => go({ recipe })}
      />
      <AnySelect
        aria-label="Outcome"
        className="min-w-36 flex-1 sm:max-w-56"
        any="Any outcome"
        value={filters.status}
        choices={OUTCOMES}
        onChoose={(status) => go({ status })}
      />
      {filters.recipe || filters.status ? (
        <Button variant="ghost" onClick={() => go({ recipe: undefined, status: undefined })}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
