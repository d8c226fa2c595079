import type { RecipeView } from "~/server/services/recipe/schemas";
import type { VersionSummary } from "~/server/services/recipe/version-schemas";

/** "3 changes" */
export function countText(changes: number): string {
  if (changes === 0) return "No changes";
  return changes === 1 ? "1 change" : `${changes} changes`;
}

/** A side of a comparison: "Version 3", "Draft". */
export function sideText(side: number | "draft"): string {
  return side === "draft" ? "Draft" : `Version ${side}`;
}

/** What the address asks to compare; null for anything that is no side. */
export function parseSide(text: string | string[] | undefined): number | "draft" | null {
  if (text === "draft") return "draft";
  const number = typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
  return number;
}

/** What is compared unless somebody chose: what publishing would change, or else what it last changed. */
export function defaultSides(
  recipe: Pick<RecipeView, "version" | "changed">,
  versions: readonly Pick<VersionSummary, "version">[],
): { from: number; to: number | "draft" } | null {
  if (recipe.version !== null && recipe.changed) return { from: recipe.version, to: "draft" };
  const [newest, before] = versions;
  return newest && before ? { from: before.version, to: newest.version } : null;
}

/** What rolling back does, before it is done. */
export function rollbackText(recipe: RecipeView, version: number, next: number): string {
  const how = {
    live: "is set live: new events run it from now on",
    draft: "is set live: new events run it from now on",
    shadow: "runs in shadow: it sends nothing",
    paused: "is what runs when the recipe is resumed; it stays paused",
  }[recipe.status];
  const parts = [
    `Version ${version} is published again as version ${next} and ${how}.`,
    "Runs under way finish on their own version.",
    recipe.changed ? "The draft becomes the same, and its unpublished changes are gone." : "",
    recipe.shadow ? `Version ${recipe.shadow.version} no longer runs in shadow.` : "",
  ];
  return parts.filter(Boolean).join(" ");
}
