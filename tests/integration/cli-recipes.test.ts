import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explain, runCommand } from "~/server/cli/commands/run-command";
import { createConnection } from "~/server/services/connection/create";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { listRecipes } from "~/server/services/recipe/list";
import { cli as spawned } from "~/tests/support/cli";
import { makeWorkspace } from "~/tests/support/workspace";

let folder = "";
let home: Workspace;
let away: Workspace;

interface Workspace {
  ctx: ServiceContext;
  slug: string;
  stripe: string;
}

async function makePlace(): Promise<Workspace> {
  const ctx = await makeWorkspace();
  const { slug } = await ctx.db.workspace.findUniqueOrThrow({ where: { id: ctx.workspaceId } });
  const credentials = { apiKey: "sk_test_cli", webhookSecret: "whsec_cli" };
  const connection = { app: "stripe" as const, name: "Shop", credentials };
  return { ctx, slug, stripe: (await createConnection(ctx, connection, { verify: false })).id };
}

const definition = ({ stripe }: Workspace) => ({
  version: 1,
  trigger: { type: "stripe.event", connection: stripe, config: { events: ["customer.created"] } },
  steps: [{ id: "has", kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } }],
});

/** The same in this process: starting a program takes seconds. */
async function cli(...args: string[]) {
  const ended = { code: 1, stdout: "", stderr: "" };
  const answer = (line: string) => {
    ended.stdout += `${line}\n`;
  };
  const remark = (line: string) => {
    ended.stderr += `${line}\n`;
  };
  ended.code = await runCommand(args, { answer, remark }).catch((error: unknown) => {
    remark(explain(error));
    return 1;
  });
  return ended;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "billhook-cli-"));
  home = await makePlace();
  away = await makePlace();
  await createRecipe(home.ctx, { name: "One", definition: definition(home) });
  await createRecipe(home.ctx, { name: "Two", definition: definition(home) });
});
afterAll(() => rm(folder, { recursive: true }));

test("recipes go from a workspace into files and from there into another, and the second time nothing changes", async () => {
  const exported = await cli("recipes", "export", "--workspace", home.slug, "--out", folder);
  expect(exported).toMatchObject({ code: 0, stderr: "" });
  expect(exported.stdout).toBe(`${path.join(folder, "one.yaml")}\n${path.join(folder, "two.yaml")}\n`);
  expect(await readdir(folder)).toEqual(["one.yaml", "two.yaml"]);
  const one = path.join(folder, "one.yaml");
  await writeFile(one, (await readFile(one, "utf8")).replace("status: draft", "status: live"));
  const dry = await cli("recipes", "import", "--workspace", away.slug, "--publish", "--dry-run", folder);
  expect(dry.stdout).toContain(`created   ${one} (One), would publish\n`);
  expect(await listRecipes(away.ctx)).toEqual([]);
  const first = await cli("recipes", "import", "--workspace", away.slug, "--publish", folder);
  expect(first.code).toBe(0);
  expect(first.stdout).toBe(
    `created   ${one} (One), published\ncreated   ${path.join(folder, "two.yaml")} (Two)\n`,
  );
  const second = await cli("recipes", "import", "--workspace", away.slug, "--publish", folder);
  expect(second.stdout).toMatch(/^unchanged .*\nunchanged .*\n$/);
  const printed = await cli("recipes", "export", "--workspace", away.slug, "one");
  expect(printed).toEqual({ code: 0, stdout: await readFile(one, "utf8"), stderr: "" });
  const json = await cli("recipes", "export", "--workspace", away.slug, "--format", "json", "one");
  expect(JSON.parse(json.stdout)).toMatchObject({ billhook: 1, key: "one", status: "live" });
});

test("lint prints the editor's words with the place, and fails on errors; diff prints what would change", async () => {
  const file = path.join(folder, "lint", "two.yaml");
  await cli("recipes", "export", "--workspace", home.slug, "--out", path.dirname(file), "two");
  expect(await cli("recipes", "lint", "--workspace", home.slug, file)).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  expect(await cli("recipes", "diff", "--workspace", home.slug, file)).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  await writeFile(file, (await readFile(file, "utf8")).replace("    connection: shop\n", ""));
  const linted = await cli("recipes", "lint", "--workspace", home.slug, path.dirname(file));
  expect([linted.code, linted.stderr]).toEqual([1, ""]);
  expect(linted.stdout.startsWith(`${file}:trigger.connection error No Stripe connection is chosen.`)).toBe(
    true,
  );
  const diffed = await cli("recipes", "diff", "--workspace", home.slug, file);
  expect(diffed.code).toBe(0);
  expect(diffed.stdout).toContain("\n-    connection: shop\n");
});

test("what cannot be done is one line on standard error, and exit code 1", async () => {
  const bad = path.join(folder, "bad.yaml");
  await writeFile(bad, "billhook: 1\nkey: [a\nname: x\n");
  const cases: [string[], RegExp][] = [
    [
      ["recipes", "import", "--workspace", "nobody-has-this", bad],
      /^There is no workspace "nobody-has-this".*\n$/,
    ],
    [
      ["recipes", "lint", "--workspace", home.slug, "not-there.yaml"],
      /^There is no file or folder "not-there.yaml".\n$/,
    ],
    [["recipes", "export", "--workspace", home.slug, "nothing"], /^No recipe has the key "nothing".\n$/],
    [
      ["recipes", "export", "--workspace", home.slug, "--format", "xml"],
      /^--format is yaml or json, not "xml".\n$/,
    ],
    [["recipes", "diff", "--workspace", home.slug, bad], /^.*bad\.yaml: Line \d: .*\n$/],
    [["recipes", "import", "--workspace", home.slug], /^Usage: .*recipes import/],
    [["recipes", "lint", "--workspace", home.slug, "--publish", bad], /^Usage: .*recipes lint/],
  ];
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await cli(...args);
    expect([code, stdout], args.join(" ")).toEqual([1, ""]);
    expect(stderr).toMatch(message);
  }
  const imported = await cli("recipes", "import", "--workspace", home.slug, bad);
  expect(imported.code).toBe(1);
  expect(imported.stdout).toContain("failed    ");
  expect(imported.stderr).toMatch(/bad\.yaml: error Line \d: .*\nNothing was changed\.\n$/);
  const help = await cli("recipes", "import", "--help");
  expect([help.code, help.stderr]).toEqual([0, ""]);
  expect(help.stdout).toContain("--dry-run");
});

test("the program itself answers on standard output and fails with its exit code", async () => {
  const file = path.join(folder, "program.json");
  const exported = await spawned("recipes", "export", "--workspace", home.slug, "--format", "json", "two");
  expect([exported.code, JSON.parse(exported.stdout)]).toMatchObject([0, { key: "two" }]);
  await writeFile(file, exported.stdout.replace(/"connection": "shop",/, ""));
  expect(await spawned("recipes", "lint", "--workspace", home.slug, file)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/program\.json:trigger\.connection error /),
  });
}, 180_000);
