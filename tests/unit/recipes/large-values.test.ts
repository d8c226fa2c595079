import fc from "fast-check";
import { expect, test } from "vitest";
import { isLongerThan, lengthLeft } from "~/server/recipes/json-length";
import { resolve } from "~/server/recipes/values";

const scope = { trigger: { text: "x".repeat(900_000) }, steps: {} };

test("JSON is measured as it would be written", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { length } = JSON.stringify(value);
      // Commas and the escapes of keys are counted roughly, and never by more than one for each member.
      const members = (JSON.stringify(value).match(/[,[{]/g) ?? []).length;
      const least = length - 1 - 6 * JSON.stringify(value).split("\\").length - members;
      expect(lengthLeft(value, 1_000_000)).toBeLessThanOrEqual(1_000_000 - least);
      expect(lengthLeft(value, 1_000_000)).toBeGreaterThanOrEqual(1_000_000 - length - 2 * members);
    }),
  );
});

test("a value that stands in another ten thousand times is too long at once", () => {
  const large = { text: scope.trigger.text };
  expect(
    isLongerThan(
      Array.from({ length: 10_000 }, () => large),
      1_000_000,
    ),
  ).toBe(true);
  expect(isLongerThan({ a: large }, 1_000_000)).toBe(false);
});

test("a text that names a large value many times is refused before it is made", () => {
  const text = "{{ trigger.text }} ".repeat(1_000);
  expect(() => resolve({ text }, scope)).toThrow("it makes more than 2 MB of text");
  const fields = Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [`f${at}`, "a {{ trigger.text }}"]),
  );
  expect(() => resolve(fields, scope)).toThrow("it makes more than 2 MB of text");
  expect(resolve("a {{ trigger.text }}", scope).value).toHaveLength(900_002);
});
