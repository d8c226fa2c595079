import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Contract } from "~/tests/support/contract";
import { type Stack, startStack } from "~/tests/support/stack";
import { postEvent } from "~/tests/support/stripe";
import { until } from "~/tests/support/until";
import { FaultyVendor, type Step } from "./vendor";

/** `npm run test:faults` takes as many events as a day may bring; `npm test` a handful. */
export const isFull = process.env.FAULTS === "full";
export const COUNT = isFull ? 100 : 18;

const STEPS: readonly Step[] = ["track", "update", "mail"];

/** What became of all events of one fault. */
export interface Row {
  fault: string;
  events: number;
  acknowledged: number;
  ended: number;
  succeeded: number;
  unknown: number;
  /** Effects that happened more than once; and that did not happen though the run says so. */
  doubled: number;
  missing: number;
}

/** Billhook as it is built and started, and what a fault needs of it. */
export class FaultBed {
  readonly rows: Row[] = [];
  /** Processes that the tests themselves ended. */
  kills = 0;

  private constructor(
    readonly stack: Stack,
    readonly contract: Contract,
    readonly db: pg.Pool,
    private readonly clock: string,
  ) {}

  static async open(): Promise<FaultBed> {
    const clock = path.join(process.cwd(), ".build", `fault-clock-${process.pid}`);
    await writeFile(clock, "0");
    const preload = path.join(process.cwd(), "tests/faults/clock.mjs");
    const stack = await startStack({ NODE_OPTIONS: `--import ${preload}`, FAULT_CLOCK: clock });
    const contract = new Contract(stack.url, await stack.token());
    const db = new pg.Pool({ connectionString: await stack.databaseUrl(), max: 2 });
    db.on("error", () => undefined);
    return new FaultBed(stack, contract, db, clock);
  }

  async jump(ms: number): Promise<void> {
    await writeFile(this.clock, String(ms));
    // As often as the processes read it.
    await sleep(200);
  }

  async kill(program: "web" | "worker"): Promise<void> {
    const pid = await this.stack.pidOf(program);
    this.kills += 1;
    process.kill(pid, "SIGKILL");
  }

  /** Ends the database: `SIGKILL` as a crash, `SIGINT` as a restart in haste. */
  async endDatabase(signal: NodeJS.Signals): Promise<void> {
    const file = path.join(this.stack.dataDir, "postgres/postmaster.pid");
    process.kill(Number.parseInt(await readFile(file, "utf8"), 10), signal);
  }

  /** Statements of a test's own; the database may just be away. */
  async sql(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
    return until(`the database to take ${text.slice(0, 40)}`, () =>
      this.db.query(text, values).catch(() => undefined),
    );
  }

  /** What an earlier fault ended is there again. */
  async untilReady(): Promise<void> {
    const isReady = () =>
      fetch(`${this.stack.url}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until("Billhook to be ready", isReady);
  }

  async close(): Promise<void> {
    await this.db.end();
    await this.stack.stop();
  }
}

interface Fault {
  name: string;
  /** Before the events are delivered. */
  before?(vendor: FaultyVendor, bed: FaultBed): void | Promise<void>;
  /** While they are, when a third is acknowledged. */
  during?(bed: FaultBed, connectionId: string): Promise<void>;
  /** Signs deliveries; the nth attempt of an event may be signed otherwise. */
  secretOf?(index: number): string;
  /** Each event is sent so often, in any order. */
  copies?: number;
}

const SECRET = "whsec_faults";
let names = 0;

function definition(stripe: string, customerio: string): object {
  const customer = "{{ trigger.data.object.id }}";
  const action = (id: Step, name: string, connection: string, input: object) => ({
    id,
    kind: "action",
    action: name,
    connection,
    input,
  });
  return {
    version: 1,
    trigger: { type: "stripe.event", connection: stripe, config: { events: ["customer.created"] } },
    steps: [
      action("track", "customerio.event.track", customerio, { identifier: customer, name: "created" }),
      action("update", "stripe.customer.update", stripe, { id: customer, metadata: { seen: "yes" } }),
      action("mail", "customerio.email.send", customerio, {
        to: "{{ trigger.data.object.email }}",
        transactional_message_id: "welcome",
      }),
    ],
  };
}

async function open({ contract }: FaultBed, vendor: FaultyVendor, name: string) {
  const stripe = await contract.call<{ id: string; webhookUrl: string }>(
    "POST",
    "/connections?verify=false",
    {
      app: "stripe",
      name,
      mode: "test",
      credentials: { apiKey: `sk_test_${name}`, webhookSecret: SECRET },
      endpoints: vendor.endpoints.stripe,
    },
  );
  const customerio = await contract.call<{ id: string }>("POST", "/connections?verify=false", {
    app: "customerio",
    name,
    credentials: { siteId: name, trackApiKey: "track", appApiKey: "app" },
    endpoints: vendor.endpoints.customerio,
  });
  const recipeId = await contract.setLive(name, definition(stripe.id, customerio.id));
  return { recipeId, stripe, url: contract.origin + new URL(stripe.webhookUrl).pathname };
}

const eventOf = (customer: string, age: number) => ({
  id: `evt_${customer}`,
  object: "event",
  api_version: "2026-10-28.endive",
  created: Math.floor(Date.now() / 1000) - age,
  livemode: false,
  type: "customer.created",
  data: { object: { id: customer, object: "customer", email: `${customer}@example.com`, metadata: {} } },
});

/** Sends until it is acknowledged, as Stripe does, only faster. */
async function deliver(url: string, event: object, secret: () => string): Promise<void> {
  for (const end = Date.now() + 90_000; Date.now() < end; await sleep(100)) {
    const answer = await postEvent(url, event, secret()).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error(`Never acknowledged: ${JSON.stringify(event).slice(0, 60)}`);
}

/** Delivers the events under one fault, waits until every run has ended, and counts what was done. */
export async function endure(bed: FaultBed, fault: Fault): Promise<Row> {
  const vendor = await FaultyVendor.start();
  try {
    await bed.untilReady();
    names += 1;
    const name = `fault${names}x${process.pid}`;
    const { recipeId, stripe, url } = await open(bed, vendor, name);
    await fault.before?.(vendor, bed);
    const customers = Array.from({ length: COUNT }, (_, index) => `cus_${name}x${index}`);
    const line = customers.flatMap((customer, index) =>
      Array(fault.copies ?? 1).fill([customer, index] as const),
    );
    if (fault.copies) line.sort(() => Math.random() - 0.5);
    const acknowledged = new Set<string>();
    let striking: Promise<void> | undefined;
    const lane = async () => {
      for (let next = line.shift(); next; next = line.shift()) {
        const [customer, index] = next;
        await deliver(url, eventOf(customer, COUNT - index), () => fault.secretOf?.(index) ?? SECRET);
        acknowledged.add(customer);
        if (acknowledged.size * 3 >= COUNT) striking ??= fault.during?.(bed, stripe.id);
      }
    };
    await Promise.all(Array.from({ length: 6 }, lane));
    await striking;
    const runs = await untilEnded(bed, recipeId);
    const row = count(fault.name, vendor, customers, acknowledged, runs);
    bed.rows.push(row);
    return row;
  } finally {
    await vendor.stop();
  }
}

interface Ended {
  customer: string;
  status: string;
}

/** Waits for the end of all runs. Retries that only wait for their time are not waited for: their time comes now. */
async function untilEnded(bed: FaultBed, recipeId: string): Promise<Ended[]> {
  const hurry = `UPDATE "Run" SET "nextAttemptAt" = now() WHERE "recipeId" = $1 AND "status" = 'waiting' AND "waitingFor" = 'retry'`;
  const read = `SELECT e."payload"->'data'->'object'->>'id' AS customer, r."status" FROM "Run" r
    JOIN "Event" e ON e."workspaceId" = r."workspaceId" AND e."id" = r."eventId" WHERE r."recipeId" = $1`;
  return until(
    "all runs to end",
    async () => {
      await bed.sql(hurry, [recipeId]);
      const { rows } = await bed.sql(read, [recipeId]);
      const open = rows.filter(({ status }) => ["queued", "running", "waiting", "held"].includes(status));
      return open.length === 0 ? (rows as Ended[]) : undefined;
    },
    150,
  );
}

function count(
  fault: string,
  vendor: FaultyVendor,
  customers: string[],
  acknowledged: Set<string>,
  runs: Ended[],
): Row {
  const statusOf = new Map(runs.map(({ customer, status }) => [customer, status]));
  const effects = customers.flatMap((customer) =>
    STEPS.map((step) => ({ times: vendor.effects(step, customer), status: statusOf.get(customer) })),
  );
  return {
    fault,
    events: customers.length,
    acknowledged: acknowledged.size,
    ended: statusOf.size,
    succeeded: runs.filter(({ status }) => status === "succeeded").length,
    unknown: runs.filter(({ status }) => status === "outcome_unknown").length,
    doubled: effects.filter(({ times }) => times > 1).length,
    missing: effects.filter(({ times, status }) => times === 0 && status === "succeeded").length,
  };
}
