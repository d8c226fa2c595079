import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { administer, withDatabase } from "./database";

// Before the environment is loaded: below the ports that outgoing connections get, and no two processes share one.
process.env.PORT = String(20_000 + (process.pid % 12_000));

// Runs before every test file, and so before `server/env.ts` is loaded: each file has a database of its own.
const adminUrl = inject("adminUrl");
const database = `test_${randomBytes(6).toString("hex")}`;
const dataDir = path.join(inject("scratchDir"), database);

await administer(adminUrl, `CREATE DATABASE ${database} TEMPLATE ${inject("template")} STRATEGY file_copy`);
await mkdir(dataDir, { recursive: true });
process.env.DATABASE_URL = withDatabase(adminUrl, database);
process.env.DATA_DIR = dataDir;

afterAll(async () => {
  const shared = globalThis as {
    billhookPrisma?: { $disconnect(): Promise<void> };
    billhookPool?: { end(): Promise<void> };
  };
  await shared.billhookPrisma?.$disconnect();
  await shared.billhookPool?.end().catch(() => undefined);
  await administer(adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
});
