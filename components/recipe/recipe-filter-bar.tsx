"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "~/components/ui/button";
import { withParams } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { statusLabel } from "~/components/ui/status-badge";
import type { RecipeFacets } from "~/server/services/recipe/schemas";
import { isFiltered, type RecipeFilters } from "./recipe-filters";
import { RecipeSearch } from "./recipe-search";

interface RecipeFilterBarProps {
  path: string;
  filters: RecipeFilters;
  facets: RecipeFacets;
}

const STATUSES = ["draft", "live", "shadow", "paused"];

/** Which recipes to show; the choice lives in the URL. Folders and tags can be chosen once there are any. */
export function RecipeFilterBar({ path, filters, facets }: RecipeFilterBarProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (href: string) => startTransition(() => router.push(href, { scroll: false }));
  const choose = (name: keyof RecipeFilters) => (value: string) =>
    go(withParams(path, filters, { [name]: value || undefined }));
  return (
    <search aria-busy={pending} className="flex flex-wrap items-center gap-2 border-b px-4 py-3">
      <RecipeSearch path={path} filters={filters} />
      <Choice label="Status" any="Any status" value={filters.status} onChoose={choose("status")}>
        {STATUSES.map((status) => [status, statusLabel(status)])}
      </Choice>
      {facets.folders.length > 0 || filters.folder ? (
        <Choice label="Folder" any="All folders" value={filters.folder} onChoose={choose("folder")}>
          {withCurrent(facets.folders, filters.folder)}
        </Choice>
      ) : null}
      {facets.tags.length > 0 || filters.tag ? (
        <Choice label="Tag" any="All tags" value={filters.tag} onChoose={choose("tag")}>
          {withCurrent(facets.tags, filters.tag)}
        </Choice>
      ) : null}
      {isFiltered(filters) ? (
        <Button variant="ghost" onClick={() => go(withParams(path, {}, { archived: filters.archived }))}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}

/** A link may name a folder that is empty by now. */
function withCurrent(words: readonly string[], current: string | undefined): string[][] {
  const all = current && !words.includes(current) ? [...words, current] : words;
  return all.map((word) => [word, word]);
}

interface ChoiceProps {
  label: string;
  any: string;
  value: string | undefined;
  onChoose: (value: string) => void;
  children: readonly (readonly string[])[];
}

function Choice({ label, any, value, onChoose, children }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChoose(event.target.value)}
      className="min-w-32 flex-1 sm:max-w-44"
    >
      <option value="">{any}</option>
      {children.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </Select>
  );
}
