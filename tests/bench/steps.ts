import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { applyMigrations } from "~/prisma/migrate";
import { freePort, startPostgres } from "~/server/cli/postgres";

const COUNT = Number(process.argv[2] ?? 1_000);
const STUB = `require("node:http").createServer((q, r) => q.resume().on("end", () => {
  r.writeHead(200, {"content-type": "application/json"});
  r.end(q.url.startsWith("/v1/customers") ? '{"id":"cus_1","object":"customer","metadata":{}}' : "{}");
})).listen(Number(process.argv[1]), "127.0.0.1")`;

const directory = mkdtempSync(path.join(tmpdir(), "billhook-bench-"));
chmodSync(directory, 0o755);
const postgres = await startPostgres({ directory: path.join(directory, "postgres"), password: "postgres" });
process.env.DATABASE_URL = postgres.url("postgres");
process.env.DATA_DIR = directory;

// These read the environment when they are loaded.
const { migrateQueue } = await import("~/server/engine/embedded/setup");
await applyMigrations(process.env.DATABASE_URL);
await migrateQueue(process.env.DATABASE_URL);
const { pool } = await import("~/server/db");
const { openBench, stepsOf } = await import("~/tests/support/engine");
const { startWorker } = await import("~/server/engine/embedded/worker");
const { Logger, run } = await import("graphile-worker");
const { env } = await import("~/server/env");

async function untilNone(query: string): Promise<void> {
  while ((await pool().query(query)).rowCount) await sleep(20);
}

async function timed(work: () => Promise<{ stop(): Promise<void> }>, open: string): Promise<number> {
  const started = performance.now();
  const worker = await work();
  await untilNone(open);
  const perSecond = COUNT / ((performance.now() - started) / 1_000);
  await worker.stop();
  return perSecond;
}

async function bareJobs(): Promise<number> {
  await pool().query(
    `SELECT graphile_worker.add_job('bare', json_build_object('n', n), job_key := 'bare:' || n) FROM generate_series(1, $1::int) n`,
    [COUNT],
  );
  const logger = new Logger(() => () => undefined);
  const options = { pgPool: pool(), logger, concurrency: env.WORKER_CONCURRENCY, noHandleSignals: true };
  const worker = () => run({ ...options, pollInterval: 500, taskList: { bare: async () => undefined } });
  return timed(worker, "SELECT 1 FROM graphile_worker.jobs LIMIT 1");
}

const port = await freePort();
const stub = spawn(process.execPath, ["-e", STUB, String(port)], { stdio: "inherit" });
const origin = `http://127.0.0.1:${port}`;
const bench = await openBench({
  origin,
  customerio: { track: `${origin}/api/v1`, app: `${origin}/v1` },
});
const { track, update } = stepsOf(bench);

async function runsOf(steps: object[]): Promise<number> {
  const recipeId = await bench.setLive(steps);
  for (let made = 0; made < COUNT; made += 1) await bench.start(recipeId);
  const perSecond = await timed(
    startWorker,
    `SELECT 1 FROM "Run" WHERE "status" IN ('queued', 'running', 'waiting') LIMIT 1`,
  );
  const { rows } = await pool().query(`SELECT DISTINCT "status"::text FROM "Run"`);
  if (rows.length !== 1 || rows[0].status !== "succeeded")
    throw new Error(`Not every run succeeded: ${JSON.stringify(rows)}`);
  return perSecond;
}

try {
  await runsOf([track]);
  const bare = await bareJobs();
  const one = await runsOf([track]);
  const stripe = await runsOf([update]);
  const two = await runsOf([track, update]);
  // A limit that is never reached: what taking turns costs.
  await pool().query(`UPDATE "Connection" SET "limits" = '{"customerio.track": 10000, "stripe": 10000}'`);
  const limited = await runsOf([track]);
  const say = (what: string, rate: number) =>
    console.log(`${what}: ${rate.toFixed(0)}/s, ${(rate / bare).toFixed(2)} of the bare queue`);
  say("bare jobs", bare);
  say("runs of one Customer.io step", one);
  say("runs of one Stripe step", stripe);
  say("runs of two steps", two);
  say("runs of one Customer.io step that takes turns", limited);
} finally {
  stub.kill();
  await pool()
    .end()
    .catch(() => undefined);
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
process.exit(0);
