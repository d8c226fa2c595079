import { describe, expect, test } from "vitest";
import { findTemplates, searchOf } from "~/server/recipes/gallery/find";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import type { CATEGORIES } from "~/server/recipes/gallery/template";

const idsOf = (q: string, category?: (typeof CATEGORIES)[number]) =>
  findTemplates({ q, category }).found.map(({ id }) => id);

test("without words everything is there, in the gallery's order, and counted", () => {
  const { found, counts } = findTemplates({ q: "", category: undefined });
  expect(found).toEqual(TEMPLATES);
  const [all, ...each] = counts.map(({ count }) => count);
  expect(all).toBe(TEMPLATES.length);
  expect(each.reduce((sum, count) => sum + count, 0)).toBe(TEMPLATES.length);
  expect(Math.min(...each)).toBeGreaterThanOrEqual(3);
});

describe("words", () => {
  test.each([
    ["REFUND", "refund-apology"],
    ["charge.dispute.created", "dispute-alert"],
    ["coupon percent", undefined],
    ["create coupon", "segment-coupon"],
    ["at risk", "failed-three-times"],
    ["seg churned zebra", undefined],
  ])("%s finds %s", (q, id) => {
    if (id) expect(idsOf(q)).toContain(id);
    else expect(idsOf(q)).toEqual([]);
  });

  test("all have to be there, in any order", () => {
    expect(idsOf("trial card")).toEqual(idsOf("card trial"));
    expect(idsOf("trial card").length).toBeLessThan(idsOf("trial").length);
  });

  test("count in every category, whichever is open", () => {
    const { found, counts } = findTemplates({ q: "refund", category: "Trials" });
    expect(found).toEqual([]);
    expect(counts.find(({ category }) => category === "Finance and risk")?.count).toBeGreaterThan(0);
    expect(counts[0]?.count).toBe(idsOf("refund").length);
  });
});

test.each([
  [
    { q: "  card ", category: "Trials" },
    { q: "card", category: "Trials" },
  ],
  [
    { q: ["a", "b"], category: "trials" },
    { q: "", category: undefined },
  ],
  [{}, { q: "", category: undefined }],
])("the address %j asks for %j", (params, search) => {
  expect(searchOf(params)).toEqual(search);
});

test("a flow goes from where it begins to what it changes, not to what it only looks up", () => {
  const flow = (id: string) => TEMPLATES.find((template) => template.id === id)?.flow;
  expect(flow("new-customer")).toEqual({ from: "stripe", to: ["customerio"] });
  expect(flow("first-purchase")).toEqual({ from: "stripe", to: ["customerio"] });
  expect(flow("segment-coupon")).toEqual({ from: "customerio", to: ["stripe", "customerio"] });
  expect(flow("payout-to-finance")).toEqual({ from: "stripe", to: ["core"] });
  expect(flow("report-usage")).toEqual({ from: "core", to: ["stripe"] });
});
