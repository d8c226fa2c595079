import type { RunFilters } from "./run-filters";

/** The filters alone, as a saved view keeps them. */
export function viewQuery(filters: RunFilters): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filters))
    if (value && key !== "view" && key !== "cursor") query.set(key, value);
  query.sort();
  return query.toString();
}
