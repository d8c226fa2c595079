import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { startPostgres } from "~/server/cli/postgres";

test("the database starts inside a directory that only its owner may enter", async () => {
  const home = await mkdtemp(path.join(tmpdir(), "billhook-private-"));
  await chmod(home, 0o700);
  const server = await startPostgres({ directory: path.join(home, "postgres"), password: "secret" });
  try {
    const client = new pg.Client({ connectionString: server.url("postgres") });
    await client.connect();
    const { rows } = await client.query("select 1 as one");
    await client.end();
    expect(rows).toEqual([{ one: 1 }]);
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}, 60_000);
