import { applyMigrations, createMigration } from "~/prisma/migrate";
import { env } from "~/server/env";

const name = (process.argv[2] ?? "").trim();
if (!/^[a-z0-9_]+$/.test(name)) {
  console.error("Name the migration in snake_case: npm run db:migration -- add_inbox");
  process.exit(1);
}
const directory = await createMigration(env.databaseUrl(), name);
if (directory) await applyMigrations(env.databaseUrl());
console.log(
  directory ? `Wrote and applied prisma/migrations/${directory}` : "schema.prisma has nothing new.",
);
process.exit(0);
