import { rmSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "~/server/env";

const file = path.join(env.DATA_DIR, "supervisor.pid");

async function isSupervisor(pid: number): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  // Where /proc exists it tells a reused process id from ours; elsewhere a live one counts.
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "supervisor");
  return /supervisor|start\.mjs/.test(command);
}

/** The process id of the supervisor that runs from this DATA_DIR, if one does. */
export async function runningSupervisor(): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  return pid && (await isSupervisor(pid)) ? pid : undefined;
}

/** Claims DATA_DIR for this process: two databases in one directory would destroy each other. Throws with a remedy. */
export async function claimDataDir(): Promise<void> {
  const pid = await runningSupervisor();
  if (pid) {
    throw new Error(
      `Billhook already runs from ${env.DATA_DIR} (process ${pid}). Stop it, or start a second one with its own DATA_DIR and PORT.`,
    );
  }
  await mkdir(env.DATA_DIR, { recursive: true });
  await rm(file, { force: true });
  await writeFile(file, `${process.pid}\n`, { flag: "wx" });
  process.once("exit", () => rmSync(file, { force: true }));
}
