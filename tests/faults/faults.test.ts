import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COUNT, endure, FaultBed, isFull, type Row } from "./bed";
import type { FaultKind, FaultyVendor, Step } from "./vendor";

let bed: FaultBed;
beforeAll(async () => {
  bed = await FaultBed.open();
}, 180_000);
afterAll(async () => {
  const output = bed.stack.output();
  await report(bed.rows);
  await bed.close();
  // A rejection that nobody handles ends a Node process, and its keeper says so.
  expect(output).not.toMatch(/unhandled/i);
  expect(output.match(/The (web|worker) process ended/g) ?? []).toHaveLength(bed.kills);
});

async function report(rows: Row[]): Promise<void> {
  const columns = [
    "fault",
    "events",
    "acknowledged",
    "ended",
    "succeeded",
    "unknown",
    "doubled",
    "missing",
  ] as const;
  const line = (cells: readonly unknown[]) => `| ${cells.join(" | ")} |`;
  const table = [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(columns.map((key) => row[key]))),
  ];
  await writeFile(".build/faults.md", `${table.join("\n")}\n`);
  console.log(`\n${table.join("\n")}`);
}

function expectNothingLostOrDoubled(row: Row, unknowns: "none" | "some" = "none"): void {
  expect(row).toMatchObject({ acknowledged: COUNT, ended: COUNT, doubled: 0, missing: 0 });
  expect(row.succeeded + row.unknown).toBe(COUNT);
  if (unknowns === "none") expect(row.unknown).toBe(0);
}

const STEPS: readonly Step[] = ["track", "update", "mail"];
/** Each 429 holds the whole account up, ever longer: so a few are enough. */
const MOST_429 = 4;

/** The fault meets the first request for one of the three effects of each event, in turn. */
function first(fault: FaultKind) {
  const most = fault.startsWith("429") ? MOST_429 : COUNT;
  return (vendor: FaultyVendor) => {
    vendor.plan = ({ step, customer, nth }) => {
      const index = Number(customer.split("x").at(-1));
      return nth === 0 && index < most && step === STEPS[index % STEPS.length] ? fault : undefined;
    };
  };
}

const slow = (vendor: FaultyVendor) => {
  vendor.delayMs = 30;
};

// Who may have got a mail is not asked a second time: those runs end as unknown, and are counted.
const FROM_OUTSIDE: [FaultKind, "none" | "some"][] = [
  ["429 with Retry-After", "none"],
  ["429", "none"],
  ["500", "some"],
  ["reset", "some"],
  ["reset after the work", "some"],
  ["truncated answer", "some"],
  // Half a minute each.
  ...(isFull ? ([["timeout", "some"]] satisfies [FaultKind, "some"][]) : []),
];

test.concurrent.each(FROM_OUTSIDE)(
  "the vendor: %s",
  async (kind, unknowns) => {
    expectNothingLostOrDoubled(await endure(bed, { name: kind, before: first(kind) }), unknowns);
  },
  240_000,
);

test("each event three times, in any order", async () => {
  expectNothingLostOrDoubled(await endure(bed, { name: "duplicates, out of order", copies: 3 }));
}, 120_000);

test("the signing secret changes while events arrive", async () => {
  let secret = "whsec_faults";
  const rotate = async (_: FaultBed, id: string) => {
    await bed.contract.call("PATCH", `/connections/${id}`, {
      credentials: { webhookSecret: "whsec_rotated" },
    });
    secret = "whsec_rotated";
  };
  // What was signed before the change arrives after it, too.
  const secretOf = (index: number) => (index % 2 ? secret : "whsec_faults");
  expectNothingLostOrDoubled(
    await endure(bed, { name: "secret rotation in flight", during: rotate, secretOf }),
  );
}, 120_000);

test.each(["web", "worker"] as const)(
  "kill -9 of the %s process",
  async (program) => {
    const row = await endure(bed, {
      name: `kill -9, ${program}`,
      before: slow,
      during: () => bed.kill(program),
    });
    expectNothingLostOrDoubled(row, "some");
  },
  240_000,
);

test.each([
  ["kill -9, PostgreSQL", "SIGKILL"],
  ["PostgreSQL restarts", "SIGINT"],
] as const)(
  "%s",
  async (name, signal) => {
    const row = await endure(bed, { name, before: slow, during: () => bed.endDatabase(signal) });
    expectNothingLostOrDoubled(row, "some");
  },
  240_000,
);

test("no connection to the database is left", async () => {
  const connectionString = await bed.stack.databaseUrl();
  const exhaust = async () => {
    const clients: pg.Client[] = [];
    for (let refused = false; !refused; ) {
      const client = new pg.Client({ connectionString });
      client.on("error", () => undefined);
      refused = await client.connect().then(
        () => false,
        () => true,
      );
      if (!refused) clients.push(client);
    }
    // Those that the processes hold break, and no new one is to be had.
    const others =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'billhook'";
    await clients[0]?.query(others);
    await sleep(3_000);
    await Promise.all(clients.map((client) => client.end()));
  };
  const row = await endure(bed, { name: "no database connection left", before: slow, during: exhaust });
  expectNothingLostOrDoubled(row, "some");
}, 240_000);

test("the disk is full", async () => {
  const tables = ["Event", "StepRun", "Run"];
  const raise = `CREATE OR REPLACE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`;
  const fill = async () => {
    await bed.sql(raise);
    for (const table of tables)
      await bed.sql(
        `CREATE TRIGGER full_disk BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION disk_full()`,
      );
    await sleep(3_000);
    for (const table of tables) await bed.sql(`DROP TRIGGER full_disk ON "${table}"`);
  };
  expectNothingLostOrDoubled(
    await endure(bed, { name: "disk full on insert", before: slow, during: fill }),
    "some",
  );
}, 240_000);

test("the clock jumps two hours ahead and back", async () => {
  const jump = async () => {
    await bed.jump(2 * 3_600_000);
    await sleep(2_000);
    await bed.jump(0);
  };
  expectNothingLostOrDoubled(
    await endure(bed, { name: "clock jumps 2 h ahead and back", before: slow, during: jump }),
  );
}, 240_000);
