"use client";

import { useEffect, useState } from "react";
import type { FieldTable } from "~/server/connectors/stripe/event-fields";
import { stripeEventsOf } from "~/server/recipes/trigger";
import { useEditor } from "./editor-context";

const tables = new Map<string, Promise<FieldTable | null>>();

/** What Stripe says about the trigger's events; loaded once for each choice of events, null until then. */
export function useFieldTable(): FieldTable | null {
  const key = stripeEventsOf(useEditor().state.definition.trigger).join(" ");
  const [table, setTable] = useState<FieldTable | null>(null);
  useEffect(() => {
    let stale = false;
    loadOnce(key).then((loaded) => {
      if (!stale) setTable(loaded);
    });
    return () => {
      stale = true;
    };
  }, [key]);
  return table;
}

function loadOnce(key: string): Promise<FieldTable | null> {
  const known = tables.get(key);
  if (known) return known;
  const loading = load(key);
  tables.set(key, loading);
  return loading;
}

/** Without it the sample's fields are still offered; the next one to need it asks again. */
async function load(key: string): Promise<FieldTable | null> {
  try {
    const { loadFieldTable } = await import("~/server/connectors/stripe/event-fields");
    return await loadFieldTable(key.split(" "));
  } catch {
    tables.delete(key);
    return null;
  }
}
