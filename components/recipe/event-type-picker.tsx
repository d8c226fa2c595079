"use client";

import { TRIGGER_PRESETS } from "~/server/recipes/presets";
import { ChosenList } from "./chosen-list";
import { withPreset } from "./definition-edit";
import type { CatalogEvent } from "./editor-catalog";
import { useEditor } from "./editor-context";
import type { SearchItem } from "./search-list";

const PRESET = "preset:";
const POINTER = ["trigger", "config", "events"] as const;

const presetItems: SearchItem[] = TRIGGER_PRESETS.map((preset) => ({
  key: PRESET + preset.id,
  group: "Ready triggers",
  label: preset.title,
  detail: preset.summary,
}));

/** The events that start the recipe: Stripe's, with ready triggers at first, or Customer.io's reports. */
export function EventTypePicker() {
  const { catalog, state, dispatch } = useEditor();
  const { type, config } = state.definition.trigger;
  const isReport = type === "customerio.reporting";
  const known = isReport ? catalog.reports : catalog.events;
  const isEmpty = !Array.isArray(config.events) || config.events.length === 0;
  const types = known.map(typeItem);
  function choosePreset(key: string): boolean {
    const preset = TRIGGER_PRESETS.find((one) => PRESET + one.id === key);
    if (preset) dispatch({ type: "changed", change: (definition) => withPreset(definition, preset) });
    return preset !== undefined;
  }
  return (
    <ChosenList
      pointer={POINTER}
      legend={isReport ? "Reports" : "Events"}
      // A ready trigger is a beginning: beside chosen events it would change what they mean.
      items={isEmpty && !isReport ? [...presetItems, ...types] : types}
      search={`Search ${known.length} ${isReport ? "reports" : "events"}`}
      add={
        isReport
          ? { first: "Choose reports", more: "Add another report" }
          : { first: "Choose events", more: "Add another event" }
      }
      onSpecial={choosePreset}
    />
  );
}

function typeItem({ type, title, group }: CatalogEvent): SearchItem {
  return { key: type, group, label: title, detail: type };
}
