import { mkdir } from "node:fs/promises";
import path from "node:path";
import { inject } from "vitest";
import { administer, withDatabase } from "./database";

// Before the environment is loaded: below the ports that outgoing connections get, and no two processes share one.
process.env.PORT = String(20_000 + (process.pid % 12_000));

// Runs before every test file, and so before `server/env.ts` is loaded. A process has one database, made anew for each of
// its files: what the server keeps open to it, its pool opens again.
const adminUrl = inject("adminUrl");
const database = `test_${process.pid}`;
const dataDir = path.join(inject("scratchDir"), database);

await administer(adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
await administer(adminUrl, `CREATE DATABASE ${database} TEMPLATE ${inject("template")} STRATEGY file_copy`);
await mkdir(dataDir, { recursive: true });
process.env.DATABASE_URL = withDatabase(adminUrl, database);
process.env.DATA_DIR = dataDir;

// A file before may have ended its worker, which this process would remember.
const { beginWorking } = await import("~/server/engine/stopping");
beginWorking();
