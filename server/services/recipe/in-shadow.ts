import type { Recipe } from "~/server/generated/prisma/client";

/** The version that runs in shadow, beside the live one or alone; null when none does. */
export function inShadow({
  status,
  currentVersion,
  shadowVersion,
}: Pick<Recipe, "status" | "currentVersion" | "shadowVersion">): number | null {
  return shadowVersion ?? (status === "shadow" ? currentVersion : null);
}
