import { expect, test } from "vitest";
import { closeness, closest } from "~/server/recipes/closeness";

test("beginnings come before middles, middles before typos", () => {
  const names = ["Payment failed", "Repayment plan", "Pyament archive", "Refund apology"];
  expect(closest(names, "payment", (name) => name, 9)).toEqual([
    "Payment failed",
    "Repayment plan",
    "Pyament archive",
  ]);
});

test("every word must be there, in any order and any case, with or without accents", () => {
  expect(closeness("failed PAY", "Payment failed")).toBeGreaterThan(0.9);
  expect(closeness("pay refund", "Payment failed")).toBe(0);
  expect(closeness("cafe", "Café orders")).toBeGreaterThan(0.9);
});

test.each(["paymnet", "payemnt", "pament", "paymentt", "subcsription", "subscripton"])(
  "%s is forgiven",
  (typed) => {
    expect(closeness(typed, "Payment of a subscription")).toBeGreaterThan(0);
  },
);

test("short words are taken as they are, and nothing typed finds nothing", () => {
  expect(closeness("vip", "vap")).toBe(0);
  expect(closeness(" - ", "anything")).toBe(0);
});
