import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "~/server/recipes/compiler/compile";
import { factsOf } from "~/tests/eval/facts";

const SAID = JSON.parse(readFileSync("tests/eval/phrases/conditions.json", "utf8")) as Record<string, string>;

/** Conditions, waits, ways and "once" of a draft in one line. */
function toldBy(text: string): string {
  const { definition } = compile(text);
  if (!definition) return "no draft";
  const { filters, delays, hasBranch, dedupe } = factsOf(definition);
  const conditions = filters.map(({ about, op, value, direction }) => {
    const isLong = Array.isArray(value) && value.length > 5;
    const right = value === undefined || value === null ? "" : ` ${isLong ? "…" : JSON.stringify(value)}`;
    return `${about} ${op}${right}${direction ? ` ${direction}` : ""}`;
  });
  return [
    ...conditions,
    ...delays,
    ...(hasBranch ? ["branch"] : []),
    ...(dedupe ? [`once ${dedupe}`] : []),
  ].join("; ");
}

describe("how people say conditions, waits and ways", () => {
  test.each(Object.entries(SAID))("%s", (text, told) => {
    expect(toldBy(text)).toBe(told);
  });
});
