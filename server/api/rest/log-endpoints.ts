import { z } from "zod";
import { getEvent } from "~/server/services/event/get";
import { listEvents } from "~/server/services/event/list";
import { EventSummary, EventView, ListEventsInput } from "~/server/services/event/schemas";
import { getRun } from "~/server/services/run/get";
import { listRuns } from "~/server/services/run/list";
import { ListRunsInput, RunSummary, RunView } from "~/server/services/run/schemas";
import { type Endpoint, endpoint, Id } from "./endpoint";
import { pageSchema } from "./paging";

// `curl '…?since=2026-11-24T03:00:00+00:00'` arrives with a space where the plus was.
const Since = z
  .string()
  .transform((text) => text.replace(" ", "+"))
  .pipe(z.iso.datetime({ offset: true, error: "must be a time like 2026-11-24T03:00:00Z." }))
  .optional()
  .meta({ description: "Only runs created at or after this time (ISO 8601).", format: "date-time" });

/** What happened: events and runs. */
export const logEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "get",
    path: "/events",
    tag: "Events",
    summary: "List events with their fate, newest first",
    query: ListEventsInput,
    answer: pageSchema(EventSummary),
    run: (ctx, { query }) => listEvents(ctx, query),
  }),
  endpoint({
    method: "get",
    path: "/events/{id}",
    tag: "Events",
    summary: "Read an event with its payload and runs",
    params: Id,
    answer: EventView,
    run: (ctx, { params }) => getEvent(ctx, params),
  }),
  endpoint({
    method: "get",
    path: "/runs",
    tag: "Runs",
    summary: "List runs, newest first",
    query: ListRunsInput.extend({ since: Since }),
    answer: pageSchema(RunSummary),
    run: (ctx, { query }) => listRuns(ctx, query),
  }),
  endpoint({
    method: "get",
    path: "/runs/{id}",
    tag: "Runs",
    summary: "Read a run step by step, with every request",
    params: Id,
    answer: RunView,
    run: (ctx, { params }) => getRun(ctx, params),
  }),
];
