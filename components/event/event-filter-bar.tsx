"use client";

import { useRouter } from "next/navigation";
import { SINCE, SINCE_CHOICES } from "~/components/run/since";
import { AnySelect } from "~/components/ui/any-select";
import { Input } from "~/components/ui/input";
import { LinkButton } from "~/components/ui/link-button";
import { withParams } from "~/components/ui/pagination";
import { SearchField } from "~/components/ui/search-field";
import { statusLabel } from "~/components/ui/status-badge";
import { EVENT_FATES, EVENT_SOURCES } from "~/server/services/event/kinds";
import type { EventFilters } from "./event-filters";
import { SOURCE_NAME } from "./fate-words";

const FATES = EVENT_FATES.map((value) => ({ value, label: statusLabel(value) }));
const SOURCES = EVENT_SOURCES.map((value) => ({ value, label: SOURCE_NAME[value] }));
const TIMES = SINCE.map((value) => ({ value, label: SINCE_CHOICES[value].label }));

interface EventFilterBarProps {
  path: string;
  filters: EventFilters;
  types: string[];
}

/** Which events to show; all of it lives in the address, so that a filtered list can be shared. */
export function EventFilterBar({ path, filters, types }: EventFilterBarProps) {
  const router = useRouter();
  const go = (changes: Partial<Record<keyof EventFilters, string | undefined>>) =>
    router.push(withParams(path, filters, { ...changes, cursor: undefined }));
  const { cursor: _, ...chosen } = filters;
  return (
    <search className="flex flex-col gap-2 border-b px-4 py-2.5">
      <SearchField
        label="Search events"
        placeholder="Event, customer or object id, customer's e-mail…"
        value={filters.q}
        onSearch={(q) => go({ q })}
      />
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
        <form
          className="max-sm:col-span-2 sm:w-64"
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
          className="sm:w-40"
          any="Every fate"
          value={filters.fate}
          choices={FATES}
          onChoose={(fate) => go({ fate })}
        />
        <AnySelect
          aria-label="Source"
          className="sm:w-40"
          any="Every source"
          value={filters.source}
          choices={SOURCES}
          onChoose={(source) => go({ source })}
        />
        <AnySelect
          aria-label="When"
          className="sm:w-36"
          any="Any time"
          value={filters.since}
          choices={TIMES}
          onChoose={(since) => go({ since })}
        />
        {Object.values(chosen).some(Boolean) ? (
          <LinkButton variant="ghost" href={path}>
            Clear
          </LinkButton>
        ) : null}
      </div>
    </search>
  );
}
