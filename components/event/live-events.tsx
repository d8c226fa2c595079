"use client";

import type { ReactNode } from "react";
import { LiveList } from "~/components/run/live-list";
import { trpc } from "~/server/api/client";
import type { EventFilter, EventSummary } from "~/server/services/event/schemas";
import { EventTable } from "./event-table";

interface LiveEventsProps {
  events: EventSummary[];
  workspace: string;
  filter: EventFilter;
  /** False for an older page, which gets no new events. */
  isFirst: boolean;
  /** True when older events follow. */
  hasMore: boolean;
  /** What stands here while there is no event. */
  children: ReactNode;
}

/** A list of events that says when more have arrived. */
export function LiveEvents({ events, workspace, filter, isFirst, hasMore, children }: LiveEventsProps) {
  const shown = events.map(({ id }) => id);
  const oldest = hasMore ? (shown.at(-1) ?? null) : null;
  const look = async () => (await trpc.event.fresh.mutate({ workspace, ...filter, shown, oldest })).fresh;
  return (
    <LiveList shown={shown} noun="event" active={isFirst} look={look}>
      {events.length > 0 ? <EventTable events={events} workspace={workspace} /> : children}
    </LiveList>
  );
}
