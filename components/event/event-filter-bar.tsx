"use client";

import { useRouter } from "next/navigation";
import { AnySelect } from "~/components/ui/any-select";
import { Input } from "~/components/ui/input";
import { LinkButton } from "~/components/ui/link-button";
import { withParams } from "~/components/ui/pagination";
import { statusLabel } from "~/components/ui/status-badge";
import { EVENT_FATES, EVENT_SOURCES } from "~/server/services/event/schemas";
import type { EventFilters } from "./event-filters";
import { SOURCE_NAME } from "./fate-words";

const FATES = EVENT_FATES.map((value) => ({ value, label: statusLabel(value) }));
const SOURCES = EVENT_SOURCES.map((value) => ({ value, label: SOURCE_NAME[value] }));

/** Type, fate and source; all live in the address, so that a filtered list can be shared. */
export function EventFilterBar({
  path,
  filters,
  types,
}: {
  path: string;
  filters: EventFilters;
  types: string[];
}) {
  const router = useRouter();
  const go = (changes: Partial<EventFilters>) =>
    router.push(withParams(path, filters, { ...changes, cursor: undefined }));
  return (
    <search className="flex flex-wrap items-center gap-2 border-b px-4 py-2.5">
      <form
        className="min-w-0 flex-1 basis-56"
        onSubmit={(event) => {
          event.preventDefault();
          go({ type: new FormData(event.currentTarget).get("type")?.toString().trim() });
        }}
      >
        <Input
          key={filters.type ?? ""}
          name="type"
          list="event-types"
          aria-label="Event type"
          placeholder="Event type, e.g. invoice.paid"
          defaultValue={filters.type ?? ""}
          onChange={(event) => types.includes(event.target.value) && go({ type: event.target.value })}
        />
        <datalist id="event-types">
          {types.map((type) => (
            <option key={type} value={type} />
          ))}
        </datalist>
      </form>
      <AnySelect
        aria-label="Fate"
        className="w-40"
        any="Every fate"
        value={filters.fate}
        choices={FATES}
        onChoose={(fate) => go({ fate })}
      />
      <AnySelect
        aria-label="Source"
        className="w-40"
        any="Every source"
        value={filters.source}
        choices={SOURCES}
        onChoose={(source) => go({ source })}
      />
      {filters.type || filters.fate || filters.source || filters.origin ? (
        <LinkButton variant="ghost" size="sm" href={path}>
          Clear
        </LinkButton>
      ) : null}
    </search>
  );
}
