import { applyMigrations } from "~/prisma/migrate";
import { seedDemo } from "~/prisma/seed";
import { migrateQueue } from "~/server/engine/embedded/setup";
import { env } from "~/server/env";

async function prepare(): Promise<void> {
  const url = env.databaseUrl();
  const applied = await applyMigrations(url);
  for (const name of applied) console.log(`  applied ${name}`);
  await migrateQueue(url);
  if (!process.argv.includes("--no-seed")) await seedDemo();
}

prepare().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
