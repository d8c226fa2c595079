import { expect, test } from "vitest";
import { prisma } from "~/server/db";
import { makeWorkspace } from "~/tests/support/workspace";

test("every test file has its own migrated database", async () => {
  const ctx = await makeWorkspace("editor");
  expect(ctx.actor.role).toBe("editor");
  expect(await prisma().workspace.count()).toBe(1);
});
