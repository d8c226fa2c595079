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
  /** What stands here while there is no event. */
  children: ReactNode;
}

/** A list of events that says when more have arrived. */
export function LiveEvents({ events, workspace, filter, isFirst, children }: LiveEventsProps) {
  const newest = events[0]?.id ?? null;
  const look = async () => (await trpc.event.fresh.query({ workspace, ...filter, after: newest })).fresh;
  return (
    <LiveList newest={newest} noun="event" active={isFirst} look={look}>
      {events.length > 0 ? <EventTable events={events} workspace={workspace} /> : children}
    </LiveList>
  );
}
