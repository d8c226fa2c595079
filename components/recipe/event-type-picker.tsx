"use client";

import { Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { TRIGGER_PRESETS } from "~/server/recipes/presets";
import { withPreset } from "./definition-edit";
import { useEditor, useField } from "./editor-context";
import { Popover } from "./popover";
import { type SearchItem, SearchList } from "./search-list";

const PRESET = "preset:";
const POINTER = ["trigger", "config", "events"] as const;

/** The events that start the recipe: chosen ones as rows, all others in a searchable list. */
export function EventTypePicker() {
  const { catalog, state, dispatch } = useEditor();
  const { id, set, error } = useField(POINTER);
  const chosen = state.definition.trigger.config.events;
  const titles = new Map(catalog.events.map((event) => [event.type, event.title]));
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  const toggle = (type: string) =>
    set(chosen.includes(type) ? chosen.filter((other) => other !== type) : [...chosen, type]);
  const presets: SearchItem[] = TRIGGER_PRESETS.map((preset) => ({
    key: PRESET + preset.id,
    group: "Ready triggers",
    label: preset.title,
    detail: preset.summary,
  }));
  const types: SearchItem[] = catalog.events.map((event) => ({
    key: event.type,
    group: event.group,
    label: event.title,
    detail: event.type,
    selected: chosen.includes(event.type),
  }));
  // A ready trigger is a beginning: beside chosen events it would change what they mean.
  const items = chosen.length === 0 ? [...presets, ...types] : types;
  function choose(key: string) {
    const preset = TRIGGER_PRESETS.find((one) => PRESET + one.id === key);
    if (!preset) return toggle(key);
    setOpen(false);
    dispatch({ type: "changed", change: (definition) => withPreset(definition, preset) });
  }
  return (
    <fieldset id={id} tabIndex={-1} className="relative min-w-0">
      <legend className="mb-1 text-sm font-medium">Events</legend>
      <ul className="flex flex-col gap-1.5">
        {chosen.map((type) => (
          <li key={type} className="flex items-center gap-2 rounded-md border bg-canvas py-1 pr-1 pl-3">
            <span className="min-w-0 flex-1">
              <span className="block text-sm">{titles.get(type) ?? type}</span>
              <span className="block truncate font-mono text-2xs text-faint">{type}</span>
            </span>
            <Button
              variant="ghost"
              size="sm"
              aria-label={`Stop listening to ${titles.get(type) ?? type}`}
              className="px-1.5"
              onClick={() => toggle(type)}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button
        ref={opener}
        size="sm"
        className={chosen.length > 0 ? "mt-2" : ""}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Plus aria-hidden />
        {chosen.length === 0 ? "Choose events" : "Add another event"}
      </Button>
      {open ? (
        <Popover label="Events" opener={opener} onClose={() => setOpen(false)} className="inset-x-0 mt-1">
          <SearchList
            items={items}
            label={`Search ${types.length} events`}
            nothing="No event matches."
            onChoose={choose}
          />
        </Popover>
      ) : null}
      {error ? <p className="mt-1 text-xs text-danger">{error}</p> : null}
    </fieldset>
  );
}
