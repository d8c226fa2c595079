import { z } from "zod";
import { pool } from "~/server/db";
import { type Cause, examplesOf, findCauses } from "./causes";
import type { Decision, Draft, Look } from "./rule";
import { causeList, causeMessage, many } from "./words";

const MINUTE = 60_000;
/** So many messages about single causes in so long; the rest goes into one. */
const MOST = 5;
const WINDOW = 10 * MINUTE;
/** How long a cause that came back is not told again: after a person resolved it, after the recipe had worked. */
const GAP = { resolved: 10 * MINUTE, recovered: 60 * MINUTE };
/** Causes that are remembered. */
const KEPT = 300;

const Noted = z.object({
  key: z.string(),
  recipeId: z.string(),
  recipeName: z.string(),
  count: z.number(),
  first: z.number(),
  last: z.number(),
  runId: z.string(),
});
const Told = z.object({
  at: z.number(),
  /** The last failure with this cause that was seen. */
  seen: z.number(),
  /** It came back, and may be told from then on. */
  again: z.object({ from: z.number(), cause: Noted }).optional(),
});
const Memory = z.object({
  told: z.record(z.string(), Told).default({}),
  /** When single causes were told. */
  sent: z.array(z.number()).default([]),
  /** Causes for the one message, and when it goes. */
  rest: z.array(Noted).default([]),
  restAt: z.number().default(0),
});
type Memory = z.infer<typeof Memory>;

/** Tells each cause once, until its recipe worked again or somebody resolved it. */
export async function firstFailure(look: Look, remembered: unknown): Promise<Decision> {
  const memory = Memory.parse(remembered ?? {});
  const now = look.now.getTime();
  const { causes } = await findCauses(look);
  const fresh = await takeIn(look, memory, causes);
  memory.sent = memory.sent.filter((at) => at > now - WINDOW);
  const free = memory.rest.length > 0 ? 0 : Math.max(0, MOST - memory.sent.length);
  const [single, others] = [fresh.slice(0, free), fresh.slice(free)];
  memory.sent.push(...single.map(() => now));
  if (others.length > 0 && memory.rest.length === 0) memory.restAt = (memory.sent[0] ?? now) + WINDOW;
  memory.rest.push(...others);
  for (const { key, last } of fresh) memory.told[key] = { at: now, seen: last };
  const examples = await examplesOf(look, single);
  const messages: Draft[] = single.map((cause) => causeMessage(cause, examples.get(cause.runId)));
  if (memory.rest.length > 0 && now >= memory.restAt) {
    messages.push(await restMessage(look, memory.rest));
    memory.rest = [];
    memory.sent.push(now);
  }
  memory.told = newest(memory.told);
  return { memory, messages, lookAt: nextLook(memory) };
}

/** Sorts new failures into what is known already, what has to wait, and what is to be told now. */
async function takeIn(look: Look, { told, rest }: Memory, causes: readonly Cause[]): Promise<Cause[]> {
  const now = look.now.getTime();
  const over = await whatIsOver(
    look,
    causes.flatMap((cause) => {
      const known = told[cause.key];
      return known && !known.again ? [{ ...cause, seen: known.seen }] : [];
    }),
  );
  const fresh: Cause[] = [];
  for (const cause of causes) {
    const known = told[cause.key];
    const waiting = rest.find(({ key }) => key === cause.key);
    const gap = over.get(cause.key);
    if (!known) fresh.push(cause);
    else if (waiting) Object.assign(waiting, added(waiting, cause));
    else if (known.again) known.again.cause = added(known.again.cause, cause);
    else if (gap !== undefined) known.again = { from: known.at + gap, cause };
    if (known) known.seen = cause.last;
  }
  for (const known of Object.values(told))
    if (known.again && known.again.from <= now) fresh.push(known.again.cause);
  return fresh;
}

const added = (a: Cause, { count, last }: Cause): Cause => ({ ...a, count: a.count + count, last });

const OVER = `
SELECT k."key",
  NOT EXISTS (SELECT 1 FROM "Run" f WHERE f."workspaceId" = $1 AND f."failureKey" = k."key" AND f."resolvedAt" IS NULL
              AND f."finishedAt" <= k."seen") AS "resolved",
  k."first" - k."seen" >= $6 * interval '1 millisecond' AND EXISTS (
    SELECT 1 FROM "Run" s WHERE s."workspaceId" = $1 AND s."mode" = 'live' AND s."finishedAt" > k."seen" AND s."finishedAt" < k."first"
    AND s."recipeId" = k."recipeId" AND s."status" = 'succeeded') AS "recovered"
FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::uuid[]) AS k("key", "seen", "first", "recipeId")`;

/** Of causes that were told before and fail again, those that had stopped, and how long each keeps quiet. */
async function whatIsOver(
  { workspaceId }: Look,
  known: readonly (Cause & { seen: number })[],
): Promise<Map<string, number>> {
  if (known.length === 0) return new Map();
  const { rows } = await pool().query<{ key: string; resolved: boolean; recovered: boolean }>({
    name: "causes-over",
    text: OVER,
    values: [
      workspaceId,
      known.map(({ key }) => key),
      known.map(({ seen }) => new Date(seen)),
      known.map(({ first }) => new Date(first)),
      known.map(({ recipeId }) => recipeId),
      WINDOW,
    ],
  });
  return new Map(
    rows.flatMap(({ key, resolved, recovered }) => {
      if (resolved) return [[key, GAP.resolved]];
      return recovered ? [[key, GAP.recovered]] : [];
    }),
  );
}

async function restMessage(look: Look, causes: readonly Cause[]): Promise<Draft> {
  const total = causes.reduce((sum, { count }) => sum + count, 0);
  const list = causeList(look, causes, await examplesOf(look, causes));
  return {
    about: "rest",
    title: `${many(causes.length, "more cause")} of failure, ${many(total, "run")}`,
    text: `So much failed at once that these come in one message:\n\n${list}`,
    page: "inbox",
  };
}

function newest(told: Memory["told"]): Memory["told"] {
  const entries = Object.entries(told).toSorted(([, a], [, b]) => b.seen - a.seen);
  return Object.fromEntries(entries.slice(0, KEPT));
}

function nextLook({ told, rest, restAt }: Memory): number | undefined {
  const waiting = Object.values(told).flatMap(({ again }) => (again ? [again.from] : []));
  const moments = rest.length > 0 ? [...waiting, restAt] : waiting;
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
