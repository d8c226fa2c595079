"use client";

import { Button } from "~/components/ui/button";
import type { Comparison } from "~/server/recipes/definition";
import { suggestValues } from "./condition-values";
import { useFieldTable } from "./use-field-table";

interface ValueSuggestionsProps {
  row: Comparison;
  label: string;
  onChoose: (right: string) => void;
}

/** The values that the field on the left can have, to take with one click. */
export function ValueSuggestions({ row, label, onChoose }: ValueSuggestionsProps) {
  const suggestions = suggestValues(row, useFieldTable());
  if (suggestions.length === 0) return null;
  return (
    <fieldset className="mt-1 flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {suggestions.map(({ value, right }) => (
        <Button
          key={value}
          size="sm"
          className="h-6 px-1.5 font-mono text-xs font-normal text-muted pointer-coarse:h-8"
          onClick={() => onChoose(right)}
        >
          {value}
        </Button>
      ))}
    </fieldset>
  );
}
