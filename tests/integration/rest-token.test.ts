import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** `npm run -s cli -- …` against this file's database. */
function cli(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["server/cli/start.mjs", "--cli", ...args],
      { env: process.env },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}

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
