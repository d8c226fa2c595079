"use client";

import { placesIn } from "~/server/recipes/lint/value-path";
import type { Pointer } from "~/server/recipes/pointer";
import { inputPath } from "~/server/recipes/pointer";
import { MissingField } from "./missing-field";
import { ValuePreview } from "./value-preview";
import { hasTemplate } from "./value-text";

interface TemplateLeavesProps {
  step: Pointer;
  /** Where the value stands in the step, which is also what fallbacks call it. */
  at: Pointer;
  value: unknown;
}

/** Every template inside a value, with what it becomes and what to use when it finds nothing. */
export function TemplateLeaves({ step, at, value }: TemplateLeavesProps) {
  const leaves = placesIn(value, at)
    .filter((place) => hasTemplate(place.value))
    .map((place) => [inputPath(place.pointer), place.value] as const);
  if (leaves.length === 0) return null;
  return (
    <ul aria-label="Templates in it" className="mt-2 flex flex-col gap-1.5 border-l-2 pl-3">
      {leaves.map(([path, leaf]) => (
        <li key={path} className="flex flex-wrap items-center gap-x-3">
          <code className="font-mono text-xs text-muted">{path}</code>
          <ValuePreview pointer={[...step, ...at]} value={leaf} />
          <MissingField step={step} inputPath={path} value={leaf} kind="any" />
        </li>
      ))}
    </ul>
  );
}
