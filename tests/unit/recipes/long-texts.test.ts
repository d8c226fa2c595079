import { expect, test } from "vitest";
import { readText } from "~/server/recipes/file/read-text";
import { toNumber } from "~/server/recipes/operands";

// Whoever may send an event or a file chooses these texts; the time they take must grow with their length only. Where it
// grows with its square it is minutes, also on the fastest machine; on a busy one a good second may be ten.
const QUICK_MS = 15_000;

function timed<T>(work: () => T): { result: T; ms: number } {
  const started = performance.now();
  const result = work();
  return { result, ms: performance.now() - started };
}

test("a long text of digits that is no number is told at once", () => {
  const { result, ms } = timed(() => toNumber(`${"1".repeat(200_000)}x`));
  expect(result).toBeNull();
  expect(ms).toBeLessThan(QUICK_MS);
});

test.each([
  ["12", 12],
  ["12.", 12],
  ["12.5", 12.5],
  [".5", 0.5],
  ["1.5e3", 1500],
  ["1e-2", 0.01],
  [".", null],
  ["1..2", null],
  ["1.2.3", null],
])("%s as a number is %j", (text, value) => {
  expect(toNumber(text)).toBe(value);
});

test("a file with very many fields is read in good time", () => {
  const fields = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`);
  const { result, ms } = timed(() => readText(fields.join("\n")));
  expect(result).toHaveProperty("value.k39999", 1);
  expect(ms).toBeLessThan(QUICK_MS);
});

test("a file with very many aliases is refused in good time", () => {
  const pairs = Array.from({ length: 20_000 }, (_, index) => `- &a${index} 1\n- *a${index}`);
  const { result, ms } = timed(() => readText(pairs.join("\n")));
  expect(result).toMatchObject({ problems: [{ message: expect.stringContaining("aliases") }] });
  expect(ms).toBeLessThan(QUICK_MS);
});

test("a file that unfolds to far more than was written is refused", () => {
  const list = Array.from({ length: 20_000 }, () => "- 1").join("\n");
  const unfolded = readText(`a: &a\n${list}\nb: [${Array.from({ length: 40 }, () => "*a").join(", ")}]`);
  expect(unfolded).toMatchObject({ problems: [{ message: expect.stringContaining("aliases") }] });
});
