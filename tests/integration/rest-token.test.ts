import { expect, test } from "vitest";
import { cli } from "~/tests/support/cli";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

test("token create prints a token that works, and nothing else", async () => {
  const ctx = await makeWorkspace();
  const { slug } = await ctx.db.workspace.findUniqueOrThrow({ where: { id: ctx.workspaceId } });
  const { code, stdout } = await cli("token", "create", "--workspace", slug);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^bh_[\w-]{40,}\n$/);
  expect((await new Outsider(stdout.trim()).call("GET", "/connections")).status).toBe(200);
});

test.each([
  [["token", "create", "--workspace", "nobody-has-this"], /There is no workspace "nobody-has-this"/],
  [["token", "create"], /Usage: /],
  [["token", "burn", "--workspace", "demo"], /Usage: /],
  [[], /Usage: /],
])("%j fails with a clear message and prints no token", async (args, message) => {
  const { code, stdout, stderr } = await cli(...args);
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
});
