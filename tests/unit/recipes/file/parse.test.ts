import { describe, expect, test } from "vitest";
import { FILE_EXAMPLE } from "~/components/docs/file-example";
import { parseFile } from "~/server/recipes/file/parse";
import { printFile } from "~/server/recipes/file/print";

const HEAD = "billhook: 1\nkey: a\nname: A\n";
const BODY = "definition:\n  version: 1\n  trigger: {type: manual}\n  steps: []\n";

function problemsOf(text: string) {
  const parsed = parseFile(text);
  return "problems" in parsed ? parsed.problems : [];
}

test("the docs' example is a file, written as an export writes it", () => {
  const parsed = parseFile(FILE_EXAMPLE);
  expect(problemsOf(FILE_EXAMPLE)).toEqual([]);
  if ("file" in parsed) expect(printFile(parsed.file, "yaml")).toBe(FILE_EXAMPLE);
});

test("JSON is told from YAML by itself; YAML's own braces are YAML", () => {
  expect(problemsOf(HEAD + BODY)).toEqual([]);
  expect(
    problemsOf(
      `{billhook: 1, key: a, name: A, definition: {version: 1, trigger: {type: manual}, steps: []}}`,
    ),
  ).toEqual([]);
  expect(
    parseFile(
      `\n{"billhook":1,"key":"a","name":"A","definition":{"version":1,"trigger":{"type":"manual"},"steps":[]}}`,
    ),
  ).toEqual(parseFile(HEAD + BODY));
});

describe("what is no file is refused, with its place", () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n`;
  test.each([
    ["nothing", " \n", "", /empty/],
    ["bad YAML", "billhook: 1\nkey: a\nname: [A\nfolder: b\n", "", /^Line [34]: /],
    ["bad JSON", '{\n  "billhook": 1,\n  "key": "a" "b"\n}\n', "", /^Line 3: /],
    ["one key twice", `${HEAD}name: B\n`, "", /^Line 4: .*unique/],
    ["a tag of its own", `${HEAD}folder: !!js/function "x"\n`, "", /^Line 4: .*tag/],
    ["two documents", `${HEAD}---\n${HEAD}`, "", /^Line \d: /],
    ["too many aliases", HEAD + bomb, "", /too many aliases/],
    ["too long a text", `${HEAD}x: ${"y".repeat(1024 * 1024)}`, "", /larger than 1 MB/],
    ["too deep a JSON", `{"billhook": ${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "", /nested/],
    ["too deep a YAML", `${HEAD}x: ${"[".repeat(5_000)}${"]".repeat(5_000)}`, "", /nested|Line/],
    ["a list", "- a\n", "billhook", /no recipe file/],
    ["another version", HEAD.replace("1", "2") + BODY, "billhook", /must be 1/],
    ["an unknown part", `${HEAD}colour: red\n${BODY}`, "colour", /no such field/],
    ["a key with spaces", HEAD.replace("key: a", "key: A b") + BODY, "key", /small letters/],
    ["no definition", HEAD, "definition", /missing/],
    [
      "another app",
      `${HEAD}connections: {x: {app: hubspot, name: X}}\n${BODY}`,
      "connections.x.app",
      /stripe/,
    ],
    ["a wrong step", HEAD + BODY.replace("[]", "[{id: a, kind: dance}]"), "steps[0].kind", /kind/],
    ["a NUL", `${HEAD}folder: "a\0"\n`, "", /NUL/],
  ])("%s", (_, text, path, message) => {
    const problems = problemsOf(text);
    expect(problems[0]).toMatchObject({ path, severity: "error", message: expect.stringMatching(message) });
    expect(problems[0]?.fix).toBeTruthy();
  });
});
