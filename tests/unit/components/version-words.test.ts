import { describe, expect, it } from "vitest";
import { countText, defaultSides, parseSide, rollbackText } from "~/components/version/version-words";
import type { RecipeView } from "~/server/services/recipe/schemas";

const recipe = (more: Partial<RecipeView>) =>
  ({ status: "live", version: 3, changed: false, shadow: null, ...more }) as RecipeView;

describe("what is compared", () => {
  it("is what publishing would change, or else what it last changed", () => {
    const versions = [{ version: 3 }, { version: 2 }];
    expect(defaultSides(recipe({ changed: true }), versions)).toEqual({ from: 3, to: "draft" });
    expect(defaultSides(recipe({}), versions)).toEqual({ from: 2, to: 3 });
    expect(defaultSides(recipe({ version: 1 }), [{ version: 1 }])).toBeNull();
    expect(defaultSides(recipe({ version: null, changed: true }), [])).toBeNull();
  });

  it("comes from the address, if that names a side", () => {
    expect(["draft", "3", "0", "-1", "1e3", "", undefined, ["1"]].map(parseSide)).toEqual([
      "draft",
      3,
      ...Array.from({ length: 6 }, () => null),
    ]);
  });

  it("is counted", () => {
    expect([0, 1, 2].map(countText)).toEqual(["No changes", "1 change", "2 changes"]);
  });
});

describe("rolling back says what it does", () => {
  it.each<[RecipeView["status"], RegExp]>([
    ["live", /again as version 4 and is set live/],
    ["shadow", /runs in shadow: it sends nothing/],
    ["paused", /stays paused/],
  ])("%s: %s", (status, said) => {
    expect(rollbackText(recipe({ status }), 1, 4)).toMatch(said);
  });

  it("and what is lost", () => {
    expect(rollbackText(recipe({}), 1, 4)).not.toMatch(/draft|in shadow/);
    const text = rollbackText(recipe({ changed: true, shadow: { version: 2, changed: false } }), 1, 4);
    expect(text).toContain("unpublished changes are gone");
    expect(text).toContain("Version 2 no longer runs in shadow");
  });
});
