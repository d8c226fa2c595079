import { env } from "~/server/env";
import { inngestProblem, missingSettings } from "~/server/services/health/inngest";
import { openDatabase } from "./database";
import { claimDataDir } from "./instance-lock";
import { type Keeper, keep } from "./keeper";
import { ensureKey } from "./keys";
import { whenAskedToStop } from "./owner";
import { prepareDatabase } from "./prepare-database";
import { step } from "./progress.mjs";
import { welcome } from "./welcome";

const stops: (() => Promise<void>)[] = [];
const keepers: Keeper[] = [];
let stoppingSince: number | undefined;

/** Ends children first and the database last. Asked again after a while, it waits no longer for work in hand. */
async function shutDown(code: number): Promise<void> {
  if (stoppingSince !== undefined) {
    // Ctrl-C under npm arrives twice at once: from the terminal and from npm.
    if (Date.now() - stoppingSince > 1500) for (const keeper of keepers) keeper.kill();
    return;
  }
  stoppingSince = Date.now();
  await Promise.all(keepers.map((keeper) => keeper.stop()));
  for (const stop of stops.reverse()) await stop().catch(() => undefined);
  process.exit(code);
}

/** The environment of web and worker. */
async function childEnvironment(databaseUrl: string, isDev: boolean): Promise<Record<string, string>> {
  return {
    NODE_ENV: isDev ? "development" : "production",
    DATABASE_URL: databaseUrl,
    DATA_DIR: env.DATA_DIR,
    PORT: String(env.PORT),
    APP_URL: env.APP_URL,
    // next-auth reads its own address from here; without it every link would lead to port 3000.
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? env.APP_URL,
    // Stable over restarts, so that a new worker knows which jobs its predecessor left locked.
    WORKER_ID: `${await ensureKey("instance", 6)}-1`,
  };
}

function keepAlive(program: string, environment: Record<string, string>, args: string[] = []): Keeper {
  const keeper = keep(program, environment, args);
  keepers.push(keeper);
  return keeper;
}

/** Without its keys Inngest can do nothing. One that does not answer may still be coming; until then events are kept. */
async function checkInngest(): Promise<void> {
  const missing = missingSettings();
  if (missing) throw new Error(missing);
  const problem = await inngestProblem();
  if (problem) console.warn(problem);
}

async function main(isDev: boolean): Promise<void> {
  if (env.ENGINE === "inngest" && !isDev) await checkInngest();
  await claimDataDir();
  const database = await step("Starting the database", () => {
    const opening = openDatabase();
    stops.push(async () => (await opening).stop());
    return opening;
  });
  const environment = await childEnvironment(database.url, isDev);
  await step("Bringing the database up to date", () => prepareDatabase(environment));
  await step("Starting web and worker", async () => {
    const worker = keepAlive("worker", environment);
    const web = keepAlive("web", environment, isDev ? ["--dev"] : []);
    await Promise.all([worker.ready, web.ready]);
  });
  console.log(await welcome());
}

whenAskedToStop((reason) => {
  if (stoppingSince === undefined) console.log(`\n${reason} Finishing what is in hand …`);
  void shutDown(0);
});

main(process.argv.includes("--dev")).catch((error: unknown) => {
  if (stoppingSince !== undefined) return;
  console.error(error instanceof Error ? error.message : error);
  void shutDown(1);
});
