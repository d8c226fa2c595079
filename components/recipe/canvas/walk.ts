import type { CanvasPlace } from "./layout-types";

export type Direction = "up" | "down" | "left" | "right";

/** Where an arrow key leads from a place: up and down along the reading order, left and right to the way beside. */
export function neighbour(places: readonly CanvasPlace[], key: string, direction: Direction): string | null {
  const at = places.findIndex((place) => place.key === key);
  const here = places[at];
  if (!here) return places[0]?.key ?? null;
  if (direction === "up" || direction === "down")
    return places[at + (direction === "down" ? 1 : -1)]?.key ?? null;
  return beside(places, here, direction === "right" ? 1 : -1);
}

function beside(places: readonly CanvasPlace[], here: CanvasPlace, by: 1 | -1): string | null {
  // The innermost way first: at its outer edge the arrow leads on to the way around it.
  for (const lane of here.lanes.toReversed()) {
    const own = places.find((place) => place.key === lane);
    if (own?.kind !== "path") continue;
    const ways = places.filter((place) => place.kind === "path" && place.owner === own.owner);
    const next = ways[ways.indexOf(own) + by];
    if (next) return next.key;
  }
  return null;
}

/** The keys of the steps that lie between two places in reading order, both ends included. */
export function stepsBetween(places: readonly CanvasPlace[], from: string, to: string): string[] {
  const ends = [from, to].map((key) => places.findIndex((place) => place.key === key));
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  return places
    .filter((place, index) => place.kind === "step" && index >= first && index <= last)
    .map(({ key }) => key);
}
