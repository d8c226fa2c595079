import { applyMigrations } from "~/prisma/migrate";
import { env } from "~/server/env";

async function prepare(): Promise<void> {
  const url = env.databaseUrl();
  const applied = await applyMigrations(url);
  for (const name of applied) console.log(`  applied ${name}`);
}

prepare().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
