import { z } from "zod";
import { pool } from "~/server/db";
import { RULE_CONFIGS, spanMs } from "~/server/services/notification/schemas";
import type { Decision, Draft, Look } from "./rule";
import { clock, many } from "./words";

const MINUTE = 60_000;
/** Neither told nor taken back more often than this. */
const LEAST_COOL_DOWN = 10 * MINUTE;

const Memory = z.object({
  /** Since when it has been over, and the highest rate that was seen. */
  over: z.object({ since: z.number(), peak: z.number() }).optional(),
  toldAt: z.number().default(0),
});

const COUNT = `
SELECT count(*)::int AS "ended", count(*) FILTER (WHERE r."status" <> 'succeeded')::int AS "failed"
FROM "Run" r
WHERE r."workspaceId" = $1 AND r."mode" = 'live' AND r."finishedAt" > $2 AND r."finishedAt" <= $3
  AND r."status" IN ('succeeded', 'failed', 'outcome_unknown') AND ($4::uuid IS NULL OR r."recipeId" = $4)`;

/** Tells when more than so many percent of the runs fail, and when that is over. */
export async function errorRate(look: Look, remembered: unknown): Promise<Decision> {
  const { percent, within, atLeast } = RULE_CONFIGS.error_rate.parse(look.config);
  const span = spanMs(within);
  const memory = Memory.parse(remembered ?? {});
  const now = look.now.getTime();
  const { ended, failed } = await countEnded(look, span);
  const rate = ended === 0 ? 0 : (100 * failed) / ended;
  const coolDown = Math.max(LEAST_COOL_DOWN, span);
  const isQuiet = now < memory.toldAt + coolDown;
  const isOver = rate >= percent;
  // Long spans need no look every few seconds.
  const restUntil = now + Math.min(Math.max(span / 100, 2_000), 5 * MINUTE);
  const watching = { restUntil, lookAt: Math.max(restUntil, isQuiet ? memory.toldAt + coolDown : 0) };
  if (!memory.over) {
    if (!isOver || ended < atLeast) return { memory, messages: [], restUntil };
    if (isQuiet) return { memory, messages: [], ...watching };
    const about = { ...(await named(look)), rate, ended, failed, span };
    const over = { since: now, peak: rate };
    return { memory: { over, toldAt: now }, messages: [overMessage(look, about)], ...watching };
  }
  const over = { ...memory.over, peak: Math.max(memory.over.peak, rate) };
  if (isOver || isQuiet) return { memory: { ...memory, over }, messages: [], ...watching };
  const message = backMessage(look, { ...(await named(look)), rate, ended, span }, over);
  return { memory: { toldAt: now }, messages: [message], restUntil };
}

async function countEnded(look: Look, span: number): Promise<{ ended: number; failed: number }> {
  const since = new Date(look.to.getTime() - span);
  const { rows } = await pool().query<{ ended: number; failed: number }>({
    name: "count-ended",
    text: COUNT,
    values: [look.workspaceId, since, look.to, look.recipeId],
  });
  return rows[0] ?? { ended: 0, failed: 0 };
}

interface Named {
  recipe?: { id: string; name: string };
  whose: string;
}

async function named({ workspaceId, recipeId }: Look): Promise<Named> {
  if (recipeId === null) return { whose: "runs" };
  const { rows } = await pool().query<{ name: string }>(
    `SELECT "name" FROM "Recipe" WHERE "workspaceId" = $1 AND "id" = $2`,
    [workspaceId, recipeId],
  );
  const name = rows[0]?.name ?? "a recipe";
  return { recipe: { id: recipeId, name }, whose: `runs of “${name}”` };
}

const shown = (rate: number) => `${Math.round(rate)} %`;
const minutes = (span: number) => many(Math.round(span / MINUTE), "minute");

interface Rate extends Named {
  rate: number;
  ended: number;
  span: number;
}

function overMessage(
  look: Look,
  { whose, recipe, rate, ended, failed, span }: Rate & { failed: number },
): Draft {
  return {
    about: "over",
    title: `${shown(rate)} of the ${whose} fail`,
    text: `${failed.toLocaleString("en")} of ${many(ended, "run")} failed within ${minutes(span)}, up to ${clock(look.to.getTime())}. The inbox shows why and what to do.\n\nYou are told again when it is over.`,
    page: "inbox",
    ...(recipe ? { recipe } : {}),
  };
}

function backMessage(
  look: Look,
  { whose, recipe, rate, ended, span }: Rate,
  over: { since: number; peak: number },
): Draft {
  const now = ended === 0 ? "nothing ran" : `${shown(rate)} of ${many(ended, "run")} failed`;
  return {
    about: "back",
    title: `The ${whose} fail no more than usual`,
    text: `In the last ${minutes(span)}, up to ${clock(look.to.getTime())}, ${now}. It was ${shown(over.peak)} at worst, since ${clock(over.since)}. What failed waits in the inbox.`,
    page: "inbox",
    ...(recipe ? { recipe } : {}),
  };
}
