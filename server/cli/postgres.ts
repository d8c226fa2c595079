import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Binaries, chooseLauncher, findBinaries, type Launcher } from "./postgres-binaries";

export interface PostgresOptions {
  directory: string;
  password: string;
  /** A port that must be used again after a crash; a free one otherwise. */
  port?: number;
  /** Server settings, for example `fsync=off`. */
  settings?: string[];
}

export interface RunningPostgres {
  port: number;
  /** A connection string for the given database; the server listens on loopback only. */
  url(database: string): string;
  /** Resolves when the server has ended, for whatever reason. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

/** A TCP port of 127.0.0.1 that is free right now. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string")
    throw new Error("No free port was found on 127.0.0.1.");
  return address.port;
}

function run(launcher: Launcher, command: string, args: string[]): Promise<void> {
  const child = spawn(...launcher.wrap(command, args), {
    stdio: ["ignore", "ignore", "pipe"],
    env: databaseEnvironment(),
  });
  let text = "";
  child.stderr.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(command)} failed: ${text.trim()}`)),
    );
  });
}

/** Message texts in English and nothing of our own environment, which holds secrets. */
function databaseEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TZ } = process.env;
  return { PATH, TZ: TZ ?? "UTC", LC_ALL: "C", NODE_ENV: "production" };
}

async function initialise(
  launcher: Launcher,
  binaries: Binaries,
  { directory, password }: PostgresOptions,
): Promise<void> {
  // A first start that was interrupted leaves half a cluster, without PG_VERSION; initdb refuses such a directory.
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(tmpdir(), `billhook-pg-${process.pid}-${Date.now()}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
  try {
    if (launcher.owner) {
      await chown(directory, launcher.owner.uid, launcher.owner.gid);
      await chown(passwordFile, launcher.owner.uid, launcher.owner.gid);
    }
    const options = [
      `--pgdata=${directory}`,
      "--auth=scram-sha-256",
      "--username=postgres",
      `--pwfile=${passwordFile}`,
    ];
    await run(launcher, binaries.initdb, [...options, "--encoding=UTF8", "--locale=C", "--no-instructions"]);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "postgres");
  return command.includes("postgres");
}

/** Ends a server that an earlier, killed supervisor left behind, or removes the trace of one that is gone. */
async function endLeftover(directory: string): Promise<void> {
  const file = path.join(directory, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  if (!pid) return;
  if (await isPostgres(pid)) process.kill(pid, "SIGINT");
  for (let waited = 0; (await isPostgres(pid)) && waited < 20_000; waited += 50) {
    if (waited === 10_000) process.kill(pid, "SIGQUIT");
    await sleep(50);
  }
  await rm(file, { force: true });
}

async function untilReady(url: string, server: ChildProcess, log: () => string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`PostgreSQL did not start:\n${log()}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch {
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL was not ready after a minute:\n${log()}`);
}

function openServer(
  launcher: Launcher,
  binaries: Binaries,
  options: PostgresOptions,
  port: number,
): ChildProcess {
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    ...(options.settings ?? []),
  ];
  const args = ["-D", options.directory, ...settings.flatMap((setting) => ["-c", setting])];
  // Its own process group: Ctrl-C in a terminal must reach the supervisor only, which ends the database last.
  return spawn(...launcher.wrap(binaries.postgres, args), {
    stdio: ["ignore", "ignore", "pipe"],
    env: databaseEnvironment(),
    detached: true,
  });
}

/**
 * Starts the bundled PostgreSQL on a free loopback port, making its cluster on the first call. The caller must `stop()`
 * it. Throws with the server's own log when it does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const directory = path.resolve(options.directory);
  const settled = { ...options, directory };
  await mkdir(path.dirname(directory), { recursive: true });
  const binaries = await findBinaries();
  await Promise.all(
    [binaries.initdb, binaries.postgres].map((file) => chmod(file, 0o755).catch(() => undefined)),
  );
  const launcher = chooseLauncher(binaries, directory);
  if (existsSync(path.join(directory, "PG_VERSION"))) await endLeftover(directory);
  else await initialise(launcher, binaries, settled);

  const port = options.port ?? (await freePort());
  const server = openServer(launcher, binaries, settled, port);
  let tail = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-4000);
  });
  const exited = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const url = (database: string) =>
    `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill("SIGINT");
    await exited;
  };
  try {
    await untilReady(url("postgres"), server, () => tail);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, url, exited, stop };
}
