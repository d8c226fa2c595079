import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const FILTERS = { externalTables: [], externalEnums: [] };
const LOCKFILE = "migration_lock.toml";
const PRISMA_DIR = path.resolve(process.cwd(), "prisma");
const MIGRATIONS_DIR = path.join(PRISMA_DIR, "migrations");
const SNAPSHOT = path.join(MIGRATIONS_DIR, "schema.snapshot");

type WasmBindings = typeof import("@prisma/schema-engine-wasm") & { __wbg_set_wasm(exports: object): void };

/** Loads Prisma's own schema engine as WASM, once a process: the native binary would have to be downloaded. */
async function loadBindings(): Promise<WasmBindings> {
  const require = createRequire(import.meta.url);
  const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings: WasmBindings = await import(glue);
  const module = new WebAssembly.Module(await readFile(glue.replace(/\.js$/, ".wasm")));
  const instance = new WebAssembly.Instance(module, {
    "./schema_engine_bg.js": withIdleTimers(bindings) as never,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  return bindings;
}

/** The engine leaves a ten-second lock timer behind: unreferenced, it does not keep a finished process alive. */
function withIdleTimers(glue: object): object {
  const timers = Object.keys(glue).filter((name) => name.startsWith("__wbg_setTimeout"));
  const idle = (callback: () => void, milliseconds: number) =>
    setTimeout(callback, milliseconds >>> 0).unref();
  return { ...glue, ...Object.fromEntries(timers.map((name) => [name, idle])) };
}

let bindings: Promise<WasmBindings> | undefined;

/** Gives `work` a schema engine on its own pool, and closes that pool: the engine itself would leave connections open. */
async function withEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  const pool = new pg.Pool({ connectionString: databaseUrl });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    const engine = await SchemaEngine.new({ datamodels: [await schema()] }, () => undefined, adapter);
    return await work(engine);
  } finally {
    await pool.end();
  }
}

async function schema(): Promise<[string, string]> {
  const file = path.join(PRISMA_DIR, "schema.prisma");
  return [file, await readFile(file, "utf8")];
}

async function migrationList(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const lockfile = await readFile(path.join(MIGRATIONS_DIR, LOCKFILE), "utf8").catch(() => null);
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: LOCKFILE, content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/** Applies what is new in `prisma/migrations` and returns its names; does nothing on the second call. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await migrationList();
  const { appliedMigrationNames } = await withEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: FILTERS }),
  );
  return appliedMigrationNames;
}

/**
 * Writes `prisma/migrations/<time>_<name>/migration.sql` with what `schema.prisma` has gained since the last migration.
 * Introspecting PostgreSQL 18 fails in the WASM engine, so the schema of the last migration is kept beside them.
 * Returns the new directory's name, or null when nothing changed.
 */
export async function createMigration(databaseUrl: string, name: string): Promise<string | null> {
  const [file, content] = await schema();
  const before = await readFile(SNAPSHOT, "utf8").catch(() => null);
  const { stdout } = await withEngine(databaseUrl, (engine) =>
    engine.diff({
      from:
        before === null
          ? { tag: "empty" }
          : { tag: "schemaDatamodel", files: [{ path: file, content: before }] },
      to: { tag: "schemaDatamodel", files: [{ path: file, content }] },
      script: true,
      exitCode: null,
      filters: FILTERS,
    }),
  );
  if (!stdout || /^-- This is an empty migration/m.test(stdout)) return null;
  const directory = `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
  await mkdir(path.join(MIGRATIONS_DIR, directory), { recursive: true });
  await writeFile(path.join(MIGRATIONS_DIR, directory, "migration.sql"), stdout);
  await writeFile(path.join(MIGRATIONS_DIR, LOCKFILE), 'provider = "postgresql"\n');
  await writeFile(SNAPSHOT, content);
  return directory;
}
