import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";

export interface Keeper {
  /** Resolves when the program first said that it is ready; rejects when it keeps ending before that. */
  ready: Promise<void>;
  /** Asks the program to finish, and ends it by force after the grace period. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** How long a program may take to finish what it has in hand before it is killed. */
const GRACE_MS = 20_000;
/** A program that ran this long was healthy: its next end is a first one again. */
const HEALTHY_MS = 30_000;
const GIVE_UP_BEFORE_READY = 5;

/** Milliseconds to wait before the nth restart in a row: at once, then ever slower, at most half a minute. */
export function backOff(endsInARow: number): number {
  return endsInARow <= 1 ? 0 : Math.min(30_000, 250 * 2 ** (endsInARow - 2));
}

/** Ends a child within the grace period, by force at its end. */
async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await gone;
  clearTimeout(force);
}

function programPath(program: string): string {
  return path.join(process.cwd(), ".build", `${program}.js`);
}

/** Runs a built program as a child and starts it again whenever it ends, until `stop()`. */
export function keep(program: string, extra: Record<string, string>, args: string[] = []): Keeper {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let wasReady = false;
  let endsInARow = 0;
  const { promise: ready, resolve: setReady, reject: setFailed } = withResolvers();

  const start = (): void => {
    const startedAt = Date.now();
    child = fork(programPath(program), args, {
      env: { ...process.env, ...extra },
      execArgv: ["--enable-source-maps"],
    });
    child.on("message", (message) => {
      if (message !== "ready") return;
      wasReady = true;
      setReady();
    });
    child.once("exit", (code, signal) => {
      if (stopping) return;
      endsInARow = Date.now() - startedAt > HEALTHY_MS ? 1 : endsInARow + 1;
      if (!wasReady && endsInARow >= GIVE_UP_BEFORE_READY) {
        return setFailed(
          new Error(
            `The ${program} process ended ${endsInARow} times before it was ready; its messages are above.`,
          ),
        );
      }
      const wait = backOff(endsInARow);
      console.error(
        `The ${program} process ended (${signal ?? `code ${code}`}); starting it again${wait ? ` in ${wait} ms` : ""}.`,
      );
      timer = setTimeout(start, wait);
    });
  };
  start();
  const stop = async (): Promise<void> => {
    stopping = true;
    clearTimeout(timer);
    if (child) await endChild(child);
  };
  return { ready, stop, kill: () => child?.kill("SIGKILL") };
}

function withResolvers(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve = (): void => undefined;
  let reject = (_error: Error): void => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
