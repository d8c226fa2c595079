import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFile } from "~/server/recipes/file/parse";
import { printFile } from "~/server/recipes/file/print";
import { FILE_FORMATS } from "~/server/recipes/file/schema";
import { fileArbitrary } from "./arbitrary";

/** The same JSON with every object's fields in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

test.each(FILE_FORMATS)(
  "what is printed as %s reads back as the same recipe, and prints the same",
  (format) => {
    fc.assert(
      fc.property(fileArbitrary, (file) => {
        const text = printFile(file, format);
        expect(parseFile(text)).toEqual({ file });
        expect(printFile(reversed(file) as typeof file, format)).toBe(text);
      }),
      { numRuns: 25 },
    );
  },
  30_000,
);

test("YAML is written to be read: code as a block, no ids, no defaults", () => {
  const source =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a step
    'const name = input.name ?? "you";\n\nreturn { greeting: `Hello ${name}: "welcome" # really` };';
  const parsed = parseFile(
    JSON.stringify({
      definition: {
        steps: [{ source, id: "greet", kind: "code", input: { name: "{{ trigger.data.name }}" } }],
        trigger: { type: "manual" },
        version: 1,
      },
      tags: ["vip", "a", "vip"],
      name: "Greet",
      key: "greet",
      billhook: 1,
    }),
  );
  if ("problems" in parsed) throw new Error("does not parse");
  expect(printFile(parsed.file, "yaml")).toBe(`billhook: 1
key: greet
name: Greet
tags:
  - a
  - vip
definition:
  version: 1
  trigger:
    type: manual
  steps:
    - id: greet
      kind: code
      input:
        name: "{{ trigger.data.name }}"
      source: |-
        const name = input.name ?? "you";

        return { greeting: \`Hello \${name}: "welcome" # really\` };
`);
});
