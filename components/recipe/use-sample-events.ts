"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { trpc } from "~/server/api/client";
import type { OwnSample } from "~/server/recipes/samples";
import { eventTypesOf } from "~/server/recipes/trigger";
import type { Trigger } from "~/server/recipes/trigger-schema";
import type { EventSummary } from "~/server/services/event/schemas";
import type { CatalogTrigger } from "./editor-catalog";
import { parseEvent } from "./parse-event";

/** The event that previews and tests use. */
export interface SampleEvent {
  key: string;
  type: string;
  payload: Record<string, unknown>;
  /** Set for an event that really arrived. */
  eventId?: string;
}

export interface SampleEvents {
  recent: EventSummary[];
  /** Null while it is loading, while the trigger has no event type, and while a pasted one cannot be read. */
  current: SampleEvent | null;
  /** The JSON that a person pastes; null while another event is chosen. */
  pasted: string | null;
  error: string | null;
  /** Takes a stored event by id, or the built-in sample of a type. */
  choose: (key: string) => void;
  /** Takes what a person pasted, which may be no event yet. */
  paste: (text: string) => void;
  /** Looks again for events that arrived meanwhile. */
  reload: () => void;
}

export const SAMPLE_KEY = "sample:";
export const PASTED_KEY = "pasted";
const TYPES_ASKED = 4;

/** The recent events of the trigger's types, and the one that is chosen: at first the newest, else a sample. */
export function useSampleEvents(
  workspace: string,
  recipeId: string,
  trigger: Trigger,
  own: readonly CatalogTrigger[],
): SampleEvents {
  const [recent, setRecent] = useState<EventSummary[]>([]);
  const [current, setCurrent] = useState<SampleEvent | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const latestPasted = useRef(pasted);
  latestPasted.current = pasted;
  const [error, setError] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const typesKey = eventTypesOf(trigger).join(" ");
  const source = useMemo(() => {
    const samples = own.map(({ id, sampleEvent }) => ({ id, event: sampleEvent }));
    // An event of an account is any recipe's; all others belong to one recipe alone.
    const ofAccount = ["stripe.event", "stripe.poll", "customerio.reporting"].includes(trigger.type);
    return { workspace, own: ofAccount ? [] : samples, ...(ofAccount ? {} : { originId: recipeId }) };
  }, [workspace, recipeId, own, trigger.type]);

  const choose = useCallback(
    (key: string) => {
      setError(null);
      setPasted(null);
      loadSample(source, key).then(setCurrent, (thrown: Error) => setError(thrown.message));
    },
    [source],
  );

  useEffect(() => {
    let stale = false;
    const wanted = typesKey === "" ? [] : typesKey.split(" ");
    listRecent(source, wanted).then((events) => {
      if (stale) return;
      setRecent(events);
      // What somebody is pasting is not taken away, even while it cannot be read.
      if (latestPasted.current !== null) return;
      setCurrent((now) => {
        // Who asked to look again wants to see what arrived, not the made-up one.
        const isOutdone = asked > 0 && events.length > 0 && now?.key.startsWith(SAMPLE_KEY);
        if (now && !isOutdone && wanted.includes(now.type)) return now;
        const first = events[0]?.id ?? (wanted[0] ? SAMPLE_KEY + wanted[0] : null);
        if (first) choose(first);
        return null;
      });
    });
    return () => {
      stale = true;
    };
  }, [source, typesKey, choose, asked]);

  const paste = useCallback((text: string) => {
    setError(null);
    setPasted(text);
    const payload = parseEvent(text);
    const type = typeof payload === "string" ? "" : String(payload.type ?? PASTED_KEY);
    setCurrent(typeof payload === "string" ? null : { key: PASTED_KEY, type, payload });
  }, []);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { recent, current, pasted, error, choose, paste, reload };
}

interface Source {
  workspace: string;
  /** Samples of triggers whose events have no other. */
  own: OwnSample[];
  originId?: string;
}

async function listRecent({ workspace, originId }: Source, types: string[]): Promise<EventSummary[]> {
  const pages = await Promise.all(
    types
      .slice(0, TYPES_ASKED)
      .map((type) =>
        trpc.event.list
          .query({ workspace, type, limit: 8, ...(originId ? { originId } : {}) })
          .catch(() => ({ data: [] })),
      ),
  );
  return (
    pages
      .flatMap((page) => page.data)
      // Earlier tests left some behind, which never arrived from anywhere; of others nothing is left to test with.
      .filter((event) => !event.externalId.startsWith("test_") && !event.forgottenAt)
      .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
      .slice(0, 12)
  );
}

async function loadSample({ workspace, own }: Source, key: string): Promise<SampleEvent> {
  if (key.startsWith(SAMPLE_KEY)) {
    const type = key.slice(SAMPLE_KEY.length);
    const { sampleOf } = await import("~/server/recipes/samples");
    return { key, type, payload: toRecord(sampleOf(type, own)) };
  }
  const event = await trpc.event.get.query({ workspace, id: key });
  return { key, type: event.type, payload: toRecord(event.payload), eventId: key };
}

/** Events are JSON objects; this only widens the type of one that is known to be an object. */
function toRecord(payload: unknown): Record<string, unknown> {
  return typeof payload === "object" && payload !== null ? { ...payload } : {};
}
