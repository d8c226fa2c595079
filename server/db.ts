import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "~/server/env";
import { PrismaClient } from "~/server/generated/prisma/client";

// One pool and one client a process: Next's bundle and our own server both load this module.
const shared = globalThis as typeof globalThis & { billhookPool?: pg.Pool; billhookPrisma?: PrismaClient };

function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.databaseUrl(),
    max: 20,
    connectionTimeoutMillis: 10_000,
    application_name: "billhook",
  });
  // An idle connection that breaks (database restart) is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  // One that breaks while it is in use says so twice: in the statement's own error, and here, where nobody listening would end us.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** The raw pool, for the hot paths that need one round trip. */
export function pool(): pg.Pool {
  shared.billhookPool ??= openPool();
  return shared.billhookPool;
}

/** The Prisma client. Callers live in `server/services`, `server/events` and `server/engine` only. */
export function prisma(): PrismaClient {
  shared.billhookPrisma ??= new PrismaClient({
    adapter: new PrismaPg(pool()),
    // A busy machine is slow, not broken: the usual 5 s would turn its slowness into errors.
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return shared.billhookPrisma;
}

export type Database = PrismaClient;
