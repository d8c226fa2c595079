import { expect, test } from "vitest";
import { pool, prisma } from "~/server/db";
import { makeWorkspace } from "~/tests/support/workspace";

test("every test file has its own migrated database", async () => {
  const ctx = await makeWorkspace("editor");
  expect(ctx.actor.role).toBe("editor");
  expect(await prisma().workspace.count()).toBe(1);
});

test("a connection that breaks while it is held ends nobody", async () => {
  const client = await pool().connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
  await pool().query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
  await ended;
  client.release(true);
  expect(await prisma().workspace.count()).toBe(1);
});
