import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { env } from "~/server/env";
import { COLUMNS } from "~/server/notify/database/table";
import { deliver } from "~/server/notify/deliver";
import { createChannel } from "~/server/services/channel/create";
import { openChannel } from "~/server/services/channel/open";
import { testChannel } from "~/server/services/channel/test";
import { updateChannel } from "~/server/services/channel/update";
import type { ServiceContext } from "~/server/services/context";
import { createRule } from "~/server/services/notification/create";
import { listRules } from "~/server/services/notification/list";
import { administer, withDatabase } from "~/tests/support/database";
import { type Bench, openBench } from "~/tests/support/engine";
import { failingRecipe, tellAt, timeline } from "~/tests/support/failures";
import { makeWorkspace } from "~/tests/support/workspace";

/** The user's database, on the test's own server. */
const admin = inject("adminUrl");
const name = `theirs_${process.pid}`;
const url = withDatabase(admin, name);
let client: pg.Client;
let ctx: ServiceContext;
let table = 0;

beforeAll(async () => {
  await administer(admin, `CREATE DATABASE ${name}`);
  client = new pg.Client({ connectionString: url });
  await client.connect();
  ctx = await makeWorkspace();
});
afterEach(() => {
  env.ALLOW_LOOPBACK = true;
});
afterAll(async () => {
  await client.end();
  await administer(admin, `DROP DATABASE ${name} WITH (FORCE)`);
});

const freshTable = () => `failures_${++table}`;
const add = async (databaseUrl = url, into = freshTable(), within = ctx) => ({
  table: into,
  id: (await createChannel(within, { kind: "database", name: "Reports", databaseUrl, table: into })).id,
});
const rowsOf = async (from: string) => (await client.query(`SELECT * FROM "${from}" ORDER BY "id"`)).rows;
const changed = (change: (url: URL) => void) => {
  const copy = new URL(url);
  change(copy);
  return copy.href;
};

describe("a database channel", () => {
  test("makes the table, with the columns of the docs, and writes each message once", async () => {
    const { id, table: into } = await add();
    const channel = await openChannel(ctx, id);
    const message = { title: "Hello", text: "World", key: "k1" };
    await Promise.all(Array.from({ length: 3 }, () => deliver(channel, message)));
    await deliver(channel, { ...message, key: "k2", recipe: { id: "r", name: "Mails" } });
    expect(await rowsOf(into)).toMatchObject([
      { id: "k1", title: "Hello", text: "World", kind: "notify", told_at: expect.any(Date), recipe: null },
      { id: "k2", recipe: "Mails" },
    ]);
    const { rows } = await client.query(
      "SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position",
      [into],
    );
    expect(rows.map(({ column_name }) => column_name)).toEqual(COLUMNS.map(([column]) => column));
  });

  test("writes into a table that is there, also where it may make none", async () => {
    const [role, into] = [`writer_${process.pid}`, freshTable()];
    await deliver(await openChannel(ctx, (await add(url, into)).id), { title: "T", text: "t", key: "k1" });
    await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'p%ss'`);
    await client.query(`GRANT INSERT, SELECT ON "${into}" TO ${role}`);
    const theirs = changed((to) => Object.assign(to, { username: role, password: "p%25ss" }));
    expect(await testChannel(ctx, { id: (await add(theirs, into)).id })).toMatchObject({ delivered: true });
    expect(await rowsOf(into)).toHaveLength(2);
    const refused = testChannel(ctx, { id: (await add(theirs)).id });
    await expect(refused).rejects.toThrow(/may not write to the table|may not make it/);
    await client.query(`DROP OWNED BY ${role}`);
    await client.query(`DROP ROLE ${role}`);
  });

  test.each([
    ["a wrong password", (to: URL) => (to.password = "wrong"), /does not accept the password of "postgres"/],
    ["no such database", (to: URL) => (to.pathname = "/nowhere"), /There is no database "nowhere"/],
    ["nobody there", (to: URL) => (to.port = "9"), /could not be reached/],
    ["encryption that it does not take", (to: URL) => (to.search = "?sslmode=require"), /sslmode=disable/],
  ])("with %s says so, and shows no password", async (_, change, message) => {
    const error = await testChannel(ctx, { id: (await add(changed(change))).id }).catch(String);
    expect(error).toMatch(message);
    expect(error).not.toMatch(/wrong"|postgres:\/\//);
  });

  test("whose table is another says what it lacks", async () => {
    const into = freshTable();
    await client.query(`CREATE TABLE "${into}" ("id" text PRIMARY KEY)`);
    await expect(testChannel(ctx, { id: (await add(url, into)).id })).rejects.toThrow(/lacks a column/);
  });

  test("is shown without its secrets, and changed without repeating them", async () => {
    const { id } = await add();
    const view = await updateChannel(ctx, { id, table: "other_table" });
    expect(view.label).toBe(`127.0.0.1/${name}, table other_table`);
    expect(await openChannel(ctx, id)).toMatchObject({ databaseUrl: url, table: "other_table" });
  });

  test.each([
    ["postgres://u:p@10.0.0.1/db", /must lead to a public address/],
    ["postgres://u:p@127.0.0.1/db", /must lead to a public address/],
    ["postgres://u:p@[::1]/db", /must lead to a public address/],
    ["postgres://u:p@2130706433/db", /must lead to a public address/],
    ["postgres://u:p@db.internal/db", /must lead to a public address/],
    ["postgres://u:p@db.example.com/db?host=/var/run/postgresql", /no parameter but sslmode/],
    ["postgres://u:p@%2Fvar%2Frun/db", /must look like/],
    ["postgres://db.example.com/db", /user name and a password/],
    ["postgres://u:p@db.example.com", /end with the database's name/],
    ["mysql://u:p@db.example.com/db", /must look like/],
  ])("does not lead to %s", async (databaseUrl, message) => {
    env.ALLOW_LOOPBACK = false;
    await expect(add(databaseUrl)).rejects.toThrow(message);
  });

  test.each(['x"; DROP TABLE y; --', "Upper", "a.b.c", "1st", ""])(
    "takes no table named %j",
    async (into) => {
      await expect(add(url, into)).rejects.toThrow(/must be a name like/);
    },
  );

  test("connects to no private address, even if it was added before", async () => {
    const { id } = await add();
    const named = await add(changed((to) => (to.hostname = "localhost")));
    env.ALLOW_LOOPBACK = false;
    for (const channel of [id, named.id])
      await expect(testChannel(ctx, { id: channel })).rejects.toThrow(/is not public/);
  });
});

describe("a server that is none", () => {
  let server: Server;
  let data = Buffer.alloc(0);
  let hostile: string;

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on("error", () => undefined);
      const pour = () => {
        while (data.length > 0 && socket.write(data));
      };
      socket.on("drain", pour);
      pour();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    hostile = `postgres://u:p@127.0.0.1:${(server.address() as AddressInfo).port}/db`;
  });
  afterAll(() => void server.close());

  test("and never answers is given up", async () => {
    data = Buffer.alloc(0);
    await expect(testChannel(ctx, { id: (await add(hostile)).id })).rejects.toThrow(/did not answer in time/);
  });

  test("and pours out data is cut off", async () => {
    // Notices without end, each of 64 kB.
    const text = Buffer.alloc(65_000, "x");
    data = Buffer.concat([
      Buffer.from("N"),
      Buffer.from([0, 0, 253, 238]),
      Buffer.from("M"),
      text,
      Buffer.from([0, 0]),
    ]);
    const started = Date.now();
    await expect(testChannel(ctx, { id: (await add(hostile)).id })).rejects.toThrow(/could not be reached/);
    expect(Date.now() - started).toBeLessThan(4_000);
  });
});

describe("what it is used for", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench({
      origin: "http://127.0.0.1:9",
      customerio: { track: "http://127.0.0.1:9", app: "http://127.0.0.1:9" },
    });
  });

  test("a notify step writes a row, and shows what it wrote", async () => {
    const { id: channel, table: into } = await add(url, freshTable(), bench.ctx);
    const words = { title: "New", message: "Hello {{ trigger.data.object.email }}" };
    const recipe = await bench.setLive([{ id: "tell", kind: "notify", channel, ...words }]);
    const runId = await bench.start(recipe);
    const outcome = await executeRun(embeddedSteps, bench.ctx.workspaceId, runId);
    expect(outcome?.status).toBe("succeeded");
    expect(await rowsOf(into)).toMatchObject([
      { kind: "notify", title: "New", text: "Hello ada@example.com", recipe: "Under test", run_id: runId },
    ]);
    const [step] = (await bench.run(runId)).steps;
    expect(step?.attempts[0]?.requests[0]).toMatchObject({ method: "INSERT", response: { status: 200 } });
    expect(JSON.stringify(step)).not.toContain(`:${new URL(url).password}@`);
  });

  test("a rule writes its message with the failure", async () => {
    const [own, at] = [await makeWorkspace(), timeline()];
    const { id: channelId, table: into } = await add(url, freshTable(), own);
    await createRule(own, { kind: "first_failure", channelId });
    const recipe = await failingRecipe(own);
    await recipe.end({ at: at(0), count: 7 });
    await tellAt(at(0.2));
    expect(await rowsOf(into)).toMatchObject([
      {
        kind: "first_failure",
        title: "“New customer” failed 7 times",
        recipe: "New customer",
        status: "failed",
        error_code: "http_500",
        step: "person",
        event_type: "customer.created",
        failed_at: at(0),
        run_url: expect.stringContaining("/runs/"),
      },
    ]);
  });

  test("“every failure” is a row for each, once, also after a failed try", async () => {
    const [own, at] = [await makeWorkspace(), timeline()];
    const { id: channelId, table: into } = await add(url, freshTable(), own);
    await createRule(own, { kind: "every_n", config: { every: 1 }, channelId });
    const recipe = await failingRecipe(own);
    await recipe.end({ at: at(0), count: 1_200 });
    await updateChannel(own, { id: channelId, databaseUrl: changed((to) => (to.password = "wrong")) });
    await tellAt(at(0.2));
    expect(await listRules(own)).toMatchObject([
      { problem: expect.stringMatching(/password/), lastToldAt: null },
    ]);
    await updateChannel(own, { id: channelId, databaseUrl: url });
    await tellAt(at(0.4));
    await recipe.end({ at: at(1), count: 3 });
    await tellAt(at(1.2));
    const rows = await rowsOf(into);
    expect(rows).toHaveLength(1_203);
    expect(rows[0]).toMatchObject({
      kind: "failure",
      title: "“New customer” failed",
      text: "Customer.io answered 500.",
    });
    expect(await listRules(own)).toMatchObject([{ problem: null, lastToldAt: expect.any(String) }]);
  });
});
