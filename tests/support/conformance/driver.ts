import { pool } from "~/server/db";
import type { RunView } from "~/server/services/run/schemas";
import { openStubbedBench } from "~/tests/support/stubbed-bench";
import { until } from "~/tests/support/until";

/** What the suite needs of an engine that is at work. Cases know nothing else of it. */
export interface Engine {
  /** Executes an admitted run once more, beside the engine: what a worker does that was taken for dead, and was not. */
  executeBeside(workspaceId: string, runId: string): Promise<unknown>;
  /** Is told after a run's row says that it is canceled. */
  canceled(workspaceId: string, runId: string): Promise<void>;
  /** Lets the engine's own clock go on: its waits between tries, its alarms. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** Moves everything that waits so much nearer. What was decided stays: only the clock has gone on. */
async function shiftRows(ms: number): Promise<void> {
  const by = `$1 * interval '1 millisecond'`;
  await pool().query(
    `UPDATE "StepRun" SET "startedAt" = "startedAt" - ${by},
       "output" = CASE WHEN "status" = 'waiting' THEN ("output"::jsonb || jsonb_build_object('until',
         to_char((("output"->>'until')::timestamptz - ${by}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::json ELSE "output" END`,
    [ms],
  );
  await pool().query(`UPDATE "SeenKey" SET "expiresAt" = "expiresAt" - ${by}`, [ms]);
  await pool().query(
    `UPDATE "RateBucket" SET "blockedUntil" = "blockedUntil" - ${by}, "nextAt" = "nextAt" - ${by}, "lineAt" = "lineAt" - ${by}`,
    [ms],
  );
  // Last: what is due is executed at once.
  await pool().query(
    `UPDATE "Run" SET "startedAt" = "startedAt" - ${by}, "nextAttemptAt" = "nextAttemptAt" - ${by}`,
    [ms],
  );
}

const ENDED: readonly RunView["status"][] = [
  "succeeded",
  "filtered",
  "failed",
  "outcome_unknown",
  "canceled",
];
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A workspace over a stubbed vendor with an engine at work, and what every case does in it. */
export async function openSuite(engine: Engine) {
  const { stub, bench, steps } = await openStubbedBench();
  /** The run as soon as the engine can do no more for it: it has ended, is held, or waits for its time. */
  const settled = (id: string): Promise<RunView> =>
    until(`run ${id} to settle`, async () => {
      const run = await bench.run(id);
      const isWaiting = run.status === "waiting" && Date.parse(run.nextAttemptAt ?? "") > Date.now();
      return isWaiting || run.status === "held" || ENDED.includes(run.status) ? run : undefined;
    });
  const pass = async (ms: number) => {
    await shiftRows(ms);
    await engine.pass(ms);
  };
  return {
    stub,
    bench,
    steps,
    engine,
    settled,
    pass,
    /** Executes a recipe until it settles. */
    execute: async (recipe: object[], object?: object) =>
      settled(await bench.start(await bench.setLive(recipe), object)),
    /** Lets so much time pass, then waits until the run settles anew. */
    later: async (id: string, ms: number) => {
      await pass(ms);
      return settled(id);
    },
    /** Lets a minute pass again and again until the run has ended, as it does after a fault of our own. */
    ended: (id: string) =>
      until(`run ${id} to end`, async () => {
        const run = await bench.run(id);
        if (ENDED.includes(run.status)) return run;
        await pass(MINUTE);
        return undefined;
      }),
  };
}

export type Suite = Awaited<ReturnType<typeof openSuite>>;

/** A journal, one line a step: what it is, how it stands, and what each attempt was answered. */
export function journal({ steps }: RunView): string[] {
  return steps.map(({ path, kind, status, attempts }) =>
    [path, kind, status, ...attempts.map((attempt) => attempt.status ?? attempt.error?.code ?? "done")].join(
      " ",
    ),
  );
}
