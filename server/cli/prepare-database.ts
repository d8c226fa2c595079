import { fork } from "node:child_process";
import path from "node:path";

/**
 * Applies migrations and seeds the demo in a process of its own, which takes its memory with it. Without `seed`, only
 * migrations: the seed may need what the next migration only brings.
 */
export function prepareDatabase(environment: Record<string, string>, { seed = true } = {}): Promise<void> {
  const program = path.join(process.cwd(), ".build", "prepare.js");
  // What it reports goes to standard error: a tool's standard output is its answer and nothing else.
  const child = fork(program, seed ? [] : ["--no-seed"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", 2, 2, "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error("The database could not be brought up to date; the reason is above.")),
    );
  });
}
