import type { DelayStep } from "~/server/recipes/definition";

export const UNITS = ["minutes", "hours", "days", "weeks", "months"] as const;
export type Unit = (typeof UNITS)[number];

const LETTERS: Record<Unit, [before: string, letter: string]> = {
  minutes: ["PT", "M"],
  hours: ["PT", "H"],
  days: ["P", "D"],
  weeks: ["P", "W"],
  months: ["P", "M"],
};

/** `P3D` → 3 days; null for a duration that is not one number of one unit. */
export function spanOf(value: unknown): { count: number; unit: Unit } | null {
  if (typeof value !== "string") return null;
  for (const unit of UNITS) {
    const [before, letter] = LETTERS[unit];
    const [, count] = new RegExp(`^${before}(\\d+)${letter}$`).exec(value) ?? [];
    if (count) return { count: Number(count), unit };
  }
  return null;
}

export function writeSpan(count: number, unit: Unit): string {
  const [before, letter] = LETTERS[unit];
  return `${before}${count}${letter}`;
}

/** The wait in a few words. */
export function delayText({ for: span, until }: DelayStep): string {
  if (until !== undefined) return until === "" ? "Until a time that is not chosen yet" : `Until ${until}`;
  return `For ${spanText(span)}`;
}

/** `P3D` → "3 days". */
export function spanText(span: unknown): string {
  const found = spanOf(span);
  if (!found) return String(span ?? "…");
  return `${found.count} ${found.count === 1 ? found.unit.slice(0, -1) : found.unit}`;
}
