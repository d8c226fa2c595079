/** What was chosen before: enough to show it and go there again. */
export interface Recent {
  key: string;
  title: string;
  detail?: string;
  href: string;
}

const KEPT = 5;
const placeOf = (workspace: string) => `palette:${workspace}`;

function isRecent(value: unknown): value is Recent {
  if (typeof value !== "object" || value === null) return false;
  const has = (name: string) =>
    name in value && typeof Object.entries(value).find(([key]) => key === name)?.[1] === "string";
  return has("key") && has("title") && has("href");
}

/** The last choices in this browser, the newest first; none where they cannot be read. */
export function readRecents(workspace: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(workspace)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function keepRecent(workspace: string, chosen: Recent): void {
  const others = readRecents(workspace).filter(({ href }) => href !== chosen.href);
  try {
    localStorage.setItem(placeOf(workspace), JSON.stringify([chosen, ...others].slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing for us: the palette works, and remembers nothing.
  }
}
