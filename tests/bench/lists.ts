import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { applyMigrations } from "~/prisma/migrate";
import { startPostgres } from "~/server/cli/postgres";

const COUNT = Number(process.argv[2] ?? 100_000);
const TRIES = 9;

const directory = mkdtempSync(path.join(tmpdir(), "billhook-bench-"));
chmodSync(directory, 0o755);
const postgres = await startPostgres({ directory: path.join(directory, "postgres"), password: "postgres" });
process.env.DATABASE_URL = postgres.url("postgres");
process.env.DATA_DIR = directory;

// These read the environment when they are loaded.
const { migrateQueue } = await import("~/server/engine/embedded/setup");
await applyMigrations(process.env.DATABASE_URL);
await migrateQueue(process.env.DATABASE_URL);
const { pool, prisma } = await import("~/server/db");
const { makeWorkspace } = await import("~/tests/support/workspace");
const { listRuns } = await import("~/server/services/run/list");
const { runChanges } = await import("~/server/services/run/changes");
const { runHistogram } = await import("~/server/services/run/histogram");
const { listEvents } = await import("~/server/services/event/list");
const { getOverview } = await import("~/server/services/overview/get");
const { storeEvent } = await import("~/server/events/store");
const { normalizeStripeEvent } = await import("~/server/events/normalize");

const ctx = await makeWorkspace();
const { workspaceId } = ctx;
const recipe = await prisma().recipe.create({ data: { workspaceId, name: "Bench", definition: {} } });
const connection = await prisma().connection.create({
  data: { workspaceId, app: "stripe", name: "Bench", status: "connected" },
});

// Runs of the last 60 days, ids in the order of time; 4 of 100 failed with one of 7,000 messages; a fifth of all are of one customer.
await pool().query(
  `WITH made AS (
     SELECT n, now() - (n * interval '60 days' / $4) AS at FROM generate_series(1, $4::int) n
   ), named AS (
     SELECT n, at, (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || 'a' || substr(md5(n::text), 4, 15))::uuid AS id FROM made
   ), events AS (
     INSERT INTO "Event" ("workspaceId", "id", "connectionId", "originId", "externalId", "type", "source", "fate", "payload", "occurredAt", "receivedAt", "objectId", "customerId", "email", "amount", "currency", "moneyKey")
     SELECT $1, id, $2, $2, 'evt_' || n, CASE WHEN n % 3 = 0 THEN 'customer.created' ELSE 'invoice.paid' END, 'webhook', 'ran',
            json_build_object('id', 'evt_' || n, 'data', json_build_object('object', json_build_object('filler', repeat('x', 2000)))), at, at,
            'in_' || n, CASE WHEN n % 5 = 0 THEN 'cus_big' ELSE 'cus_' || n % 20000 END, CASE WHEN n % 5 = 0 THEN 'big@example.com' ELSE 'user' || n % 20000 || '@example.com' END,
            CASE WHEN n % 3 > 0 THEN n % 9000 END, CASE WHEN n % 3 > 0 THEN 'usd' END, 'in_' || n
     FROM named
   )
   INSERT INTO "Run" ("workspaceId", "id", "recipeId", "eventId", "rootRunId", "status", "createdAt", "startedAt", "finishedAt", "failureKey", "error")
   SELECT $1, id, $3, id, id, (CASE WHEN n % 25 = 0 THEN 'failed' ELSE 'succeeded' END)::"RunStatus", at, at, at + (n % 5000) * interval '1 ms',
          CASE WHEN n % 25 = 0 THEN 'cause' || n % 40 END,
          CASE WHEN n % 25 = 0 THEN json_build_object('code', 'http_400', 'message', 'No such customer: cus_' || n % 7000, 'remedy', 'Mend it.') END
   FROM named`,
  [workspaceId, connection.id, recipe.id, COUNT],
);
await pool().query("ANALYZE");

async function time(name: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const took: number[] = [];
  for (let i = 0; i < TRIES; i += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(52)} median ${took[(TRIES - 1) / 2]?.toFixed(0)} ms, slowest ${took.at(-1)?.toFixed(0)} ms`,
  );
}

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const shown = (await listRuns(ctx, {})).data.map(({ id }) => id);
const looked = { shown, oldest: shown.at(-1) ?? null, open: shown };
console.log(`${COUNT} runs`);
for (const q of [
  shown[0] ?? "",
  "evt_77",
  "in_4711",
  "cus_15",
  "big@example.com",
  "user77",
  "no such customer",
  "cus_6975 such",
  "nothing of this",
])
  await time(`search runs: ${q}`, () => listRuns(ctx, { q }));
await time("search events: big@example.com", () => listEvents(ctx, { q: "big@example.com" }));
await time("runs, newest", () => listRuns(ctx, {}));
await time("runs, failed, of a type", () => listRuns(ctx, { status: "failed", eventType: "invoice.paid" }));
await time("runs, of a connection, none there", () => listRuns(ctx, { connectionId: workspaceId }));
await time("what changed", () => runChanges(ctx, looked));
await time("what changed, with a search", () => runChanges(ctx, { ...looked, q: "big@example.com" }));
await time("histogram of 24 hours", () => runHistogram(ctx, { since: ago(1), until: ago(0), bins: 48 }));
await time("histogram of 30 days", () => runHistogram(ctx, { since: ago(30), until: ago(0), bins: 60 }));
await time("histogram of 30 days, with a search", () =>
  runHistogram(ctx, { since: ago(30), until: ago(0), bins: 60, q: "big@example.com" }),
);
await time("overview of 24 hours", () => getOverview(ctx, { span: "24h" }));
await time("overview of 7 days", () => getOverview(ctx, { span: "7d" }));
await time("overview of 30 days", () => getOverview(ctx, { span: "30d" }));

let stored = 0;
const until = performance.now() + 5_000;
const store = async () => {
  while (performance.now() < until) {
    stored += 1;
    const object = {
      id: `in_new${stored}`,
      object: "invoice",
      customer: `cus_${stored}`,
      customer_email: `new${stored}@example.com`,
      amount_paid: 100,
      currency: "usd",
    };
    const body = JSON.stringify({
      id: `evt_new${stored}`,
      type: "invoice.paid",
      created: 1,
      data: { object },
    });
    await storeEvent(
      {
        ...normalizeStripeEvent(body),
        workspaceId,
        connectionId: connection.id,
        originId: connection.id,
        source: "webhook",
        body,
      },
      [],
    );
  }
};
await Promise.all(Array.from({ length: 8 }, store));
console.log(`${"events stored, eight at a time".padEnd(52)} ${(stored / 5).toFixed(0)} a second`);

await prisma().$disconnect();
await pool().end();
await postgres.stop();
rmSync(directory, { recursive: true, force: true });
process.exit(0);
