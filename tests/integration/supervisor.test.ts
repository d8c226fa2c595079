import { execFile } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import net from "node:net";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stack, startStack } from "~/tests/support/stack";
import { until } from "~/tests/support/until";

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
}, 120_000);
afterAll(() => stack?.stop());

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function pidsOf(current: Stack): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,args="]);
  const database = stdout.split("\n").find((line) => line.includes(`-D ${current.dataDir}/postgres`));
  return [Number.parseInt(database ?? "", 10), await current.pidOf("web"), await current.pidOf("worker")];
}

const isUp = async (url: string) =>
  (await fetch(`${url}/api/health/ready`).catch(() => undefined))?.status === 200;

async function refusal(args: string[], env: Record<string, string>): Promise<string> {
  const failed = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } }).catch(
    (error) => error,
  );
  return `${failed.stdout}${failed.stderr}`;
}

test("a crashed worker and a crashed web process are started again", async () => {
  for (const program of ["worker", "web"] as const) {
    const before = await stack.pidOf(program);
    process.kill(before, "SIGKILL");
    await until(`another ${program}`, async () => (await stack.pidOf(program)) !== before, 10);
    await until("health", () => isUp(stack.url), 20);
  }
});

test("a crashed database is started again", async () => {
  const [database] = await pidsOf(stack);
  process.kill(Number(database), "SIGQUIT");
  await until("health", () => isUp(stack.url), 20);
});

test("a port in use and a DATA_DIR in use are refused with a remedy", async () => {
  const server = net.createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  expect(await refusal(["server/cli/start.mjs"], { PORT: String(port) })).toContain(`Port ${port} is in use`);
  server.close();
  const text = await refusal([".build/supervisor.js"], { PORT: "0", DATA_DIR: stack.dataDir });
  expect(text).toContain(`Billhook already runs from ${stack.dataDir}`);
});

test("after kill -9 of the supervisor its children end, and the next start takes the database over", async () => {
  const client = new pg.Client({ connectionString: await stack.databaseUrl() });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM "Workspace"');
  const [database, ...children] = await pidsOf(stack);
  process.kill(stack.supervisor.pid ?? 0, "SIGKILL");
  await until("children to end", async () => !children.some(isAlive), 15);

  stack = await startStack({}, stack.dataDir);
  expect(isAlive(Number(database))).toBe(false);
  const again = new pg.Client({ connectionString: await stack.databaseUrl() });
  await again.connect();
  expect((await again.query('SELECT count(*) FROM "Workspace"')).rows).toEqual(rows);
  await again.end();
}, 60_000);

test("Ctrl-C ends everything and leaves no process behind", async () => {
  const pids = [stack.supervisor.pid ?? 0, ...(await pidsOf(stack))];
  // Twice at once, as it arrives under npm.
  stack.supervisor.kill("SIGINT");
  stack.supervisor.kill("SIGINT");
  const [code] = await once(stack.supervisor, "exit");
  expect(code).toBe(0);
  expect(pids.filter(isAlive)).toEqual([]);
  await rm(stack.dataDir, { recursive: true, force: true });
}, 30_000);
