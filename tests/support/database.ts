import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "~/prisma/migrate";
import { startPostgres } from "~/server/cli/postgres";
import { migrateQueue } from "~/server/engine/embedded/setup";

declare module "vitest" {
  export interface ProvidedContext {
    /** A superuser's connection string to the test server's own `postgres` database. */
    adminUrl: string;
    /** A migrated database that each test file copies. */
    template: string;
    scratchDir: string;
  }
}

const SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

/** Names a database of the same server. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Runs one statement as superuser. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function openServer(scratchDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const server = await startPostgres({
    directory: path.join(scratchDir, "postgres"),
    password: "postgres",
    settings: SETTINGS,
  });
  return { url: server.url("postgres"), stop: server.stop };
}

async function migrate(url: string): Promise<void> {
  await applyMigrations(url);
  await migrateQueue(url);
}

interface TestServer {
  url: string;
  template: string;
  scratchDir: string;
  close(): Promise<void>;
}

async function openTestServer(): Promise<TestServer> {
  const scratchDir = await mkdtemp(path.join(tmpdir(), "billhook-test-"));
  await chmod(scratchDir, 0o755);
  const server = await openServer(scratchDir);
  const template = `template_${randomBytes(6).toString("hex")}`;
  await administer(server.url, `CREATE DATABASE ${template}`);
  await migrate(withDatabase(server.url, template));
  const close = async () => {
    if (process.env.TEST_DATABASE_URL)
      await administer(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server.stop();
    await rm(scratchDir, { recursive: true, force: true });
  };
  return { url: server.url, template, scratchDir, close };
}

// Each project of a run loads this module for itself.
const run = globalThis as typeof globalThis & { testServer?: Promise<TestServer>; testServerUsers?: number };

/** Starts (or borrows, with TEST_DATABASE_URL) one PostgreSQL for the whole run and migrates the template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.testServerUsers = (run.testServerUsers ?? 0) + 1;
  run.testServer ??= openTestServer();
  const server = await run.testServer;
  project.provide("adminUrl", server.url);
  project.provide("template", server.template);
  project.provide("scratchDir", server.scratchDir);
  return async () => {
    run.testServerUsers = (run.testServerUsers ?? 1) - 1;
    if (run.testServerUsers === 0) await server.close();
  };
}
