import { expect, it } from "vitest";
import { effectKey } from "~/server/engine/effect-key";

it("is the same for the same effect and different for every other", () => {
  const keys = [
    effectKey("w1", "r1", "a"),
    effectKey("w2", "r1", "a"),
    effectKey("w1", "r2", "a"),
    effectKey("w1", "r1", "b"),
    effectKey("w1", "r1", "a.b"),
    effectKey("w1", "r1a", ""),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(effectKey("w1", "r1", "a")).toBe(keys[0]);
});

it("fits what Stripe takes as an idempotency key", () => {
  expect(effectKey("w", "r", "x".repeat(500))).toMatch(/^bh_[0-9a-f]{48}$/);
});
