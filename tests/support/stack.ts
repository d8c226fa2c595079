import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "~/server/cli/postgres";

/** Billhook as `npm start` runs it, in a directory and on a port of its own. */
export interface Stack {
  url: string;
  dataDir: string;
  supervisor: ChildProcess;
  databaseUrl(): Promise<string>;
  demoPassword(): Promise<string>;
  /** A bearer token of the demo workspace, made by the command that a user would run. */
  token(): Promise<string>;
  /** The process id of one of the supervisor's children; waits until it runs. */
  pidOf(program: "web" | "worker"): Promise<number>;
  output(): string;
  stop(): Promise<void>;
}

async function childPid(parent: number, program: string): Promise<number> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,ppid=,args="]);
    const line = stdout
      .split("\n")
      .find((row) => row.trim().split(/\s+/)[1] === String(parent) && row.includes(`/${program}.js`));
    if (line) return Number.parseInt(line.trim(), 10);
    await sleep(50);
  }
  throw new Error(`The supervisor runs no ${program} process.`);
}

async function untilWelcome(supervisor: ChildProcess, output: () => string): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (output().includes("Billhook runs at")) return;
    if (supervisor.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`Billhook did not start:\n${output()}`);
}

async function end(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
  const gone = new Promise((resolve) => supervisor.once("exit", resolve));
  supervisor.kill("SIGTERM");
  await gone;
}

/** Starts the built product. Needs `npm run build`; `keepIn` starts an earlier stack's data again. */
export async function startStack(environment: Record<string, string> = {}, keepIn?: string): Promise<Stack> {
  if (!existsSync(".next/BUILD_ID") || !existsSync(".build/supervisor.js")) {
    throw new Error("The product is not built. Run `npm run build` first (`npm test` does).");
  }
  const dataDir = keepIn ?? (await mkdtemp(path.join(tmpdir(), "billhook-stack-")));
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const {
    DATABASE_URL: _database,
    APP_URL: _url,
    npm_lifecycle_event: _npm,
    VITEST: _vitest,
    ...inherited
  } = process.env;
  const env = {
    ...inherited,
    NODE_ENV: "production" as const,
    LOG_LEVEL: "warn",
    ALLOW_LOOPBACK: "1",
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    ...environment,
  };
  const supervisor = spawn(process.execPath, [".build/supervisor.js"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const output = () => text;
  await untilWelcome(supervisor, output);

  const key = async (name: string) => (await readFile(path.join(dataDir, "keys", name), "utf8")).trim();
  const cli = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["server/cli/start.mjs", "--cli", ...args],
      { env },
    );
    return stdout.trim();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    supervisor,
    databaseUrl: () => key("database-url"),
    demoPassword: () => key("demo-password"),
    token: () => cli("token", "create", "--workspace", "demo"),
    pidOf: (program) => childPid(supervisor.pid ?? 0, program),
    output,
    stop: async () => {
      await end(supervisor);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
