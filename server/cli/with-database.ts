import { spawn } from "node:child_process";
import path from "node:path";
import { openDatabase, runningDatabaseUrl } from "./database";
import { claimDataDir, runningSupervisor } from "./instance-lock";
import { prepareDatabase } from "./prepare-database";

/** Runs a built tool against the running install's database, or against one that is started for it and stopped after. */
async function database(tool: string): Promise<{ url: string; stop(): Promise<void> }> {
  const url = (await runningSupervisor()) ? await runningDatabaseUrl() : undefined;
  if (url) return { url, stop: async () => undefined };
  await claimDataDir();
  const opened = await openDatabase();
  await prepareDatabase({ DATABASE_URL: opened.url }, { seed: tool !== "migration.js" });
  return opened;
}

function runTool(tool: string, args: string[], databaseUrl: string): Promise<number> {
  const program = path.join(process.cwd(), ".build", tool);
  const environment = { ...process.env, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [program, ...args], { env: environment, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

async function main([tool = "cli.js", ...args]: string[]): Promise<void> {
  const { url, stop } = await database(tool);
  const code = await runTool(tool, args, url).finally(stop);
  process.exit(code);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
