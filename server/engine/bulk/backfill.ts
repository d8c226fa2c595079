import { z } from "zod";
import { eventsOldestFirst } from "~/server/connectors/stripe/list-events";
import { queueRuns, runsOf } from "~/server/engine/backfill/runs";
import { accountClient } from "~/server/engine/healing/account-client";
import { AppError } from "~/server/errors";
import type { BulkTurn, BulkWork } from "./handler";

/** What a backfill keeps as its input; times are Unix seconds. */
export const BulkBackfill = z.object({
  recipeId: z.uuid(),
  connectionId: z.uuid(),
  types: z.array(z.string()),
  from: z.int(),
  to: z.int(),
  livemode: z.boolean().optional(),
});
export type BulkBackfill = z.infer<typeof BulkBackfill>;

/** The next second, the event in it that was the last, and how many seconds are asked for at once. */
const Cursor = z.object({ from: z.int(), after: z.string().nullable(), length: z.int() });

/** Queues runs for the next events that the recipe has none for, oldest first. */
export async function backfillSome(work: BulkWork, limit: number): Promise<BulkTurn> {
  const { recipeId, connectionId, ...span } = BulkBackfill.parse(work.input);
  const begin = { from: span.from, after: null, length: span.to - span.from };
  const { from, after, length } = Cursor.parse(work.cursor ?? begin);
  const backfilled = { workspaceId: work.workspaceId, recipeId, connectionId };
  const client = await accountClient(backfilled);
  const portions = eventsOldestFirst(client, { ...span, from }, { most: limit, length });
  const { value: portion, done: isOver } = await portions.next();
  if (isOver) return { cursor: { from, after, length }, done: 0, skipped: 0, finished: true };
  const rest = portion.events.slice(portion.events.findIndex(({ id }) => id === after) + 1);
  const runs = await runsOf(backfilled, rest);
  // Those made since it began are its own: a turn that was cut off finds what it did, and counts the same.
  const wanted = rest.filter(({ id }) => (runs.get(id) ?? work.createdAt) >= work.createdAt);
  const turn = wanted.slice(0, limit);
  if ((await queueRuns(backfilled, turn)) === null)
    throw new AppError(
      "conflict",
      "The recipe is not live any more. Set it live again, then ask for the rest.",
    );
  const last = turn.length < wanted.length ? turn.at(-1) : undefined;
  const next = last
    ? { from: portion.from, after: last.id, length: portion.to - portion.from }
    : { from: portion.to + 1, after: null, length: Math.max(portion.length * 2, 1) };
  return { cursor: next, done: turn.length, skipped: 0, finished: next.from > span.to };
}
