import type { EventField, FieldType } from "./event-fields";
import { childOf, childrenOf, type FieldNode } from "./field-node";
import { labelOf, type Segments, writtenPath } from "./field-path";
import { EVENT, type FieldTypes } from "./field-types";

/** How many objects deep a list goes; a path may go as deep as the data. */
const MAX_DEPTH = 3;
const ROOT: FieldNode = { kind: "object", nullable: false, description: "The whole event.", of: [EVENT] };

/** The places from the event itself down to a path; null when it leads nowhere. */
export function trailTo(segments: Segments, types: FieldTypes): FieldNode[] | null {
  const trail = [ROOT];
  for (const segment of segments) {
    const next = childOf(trail.at(-1) ?? ROOT, segment, types);
    if (!next) return null;
    trail.push(next);
  }
  return trail;
}

interface Place {
  trail: FieldNode[];
  segments: Segments;
  depth: number;
}

/** The fields below a path, those near it first. Objects are left out where their own fields are listed. */
export function listBelow(start: Segments, types: FieldTypes, skipped?: ReadonlySet<string>): EventField[] {
  const fields: EventField[] = [];
  let level: Place[] = [{ trail: trailTo(start, types) ?? [ROOT], segments: start, depth: 0 }];
  while (level.length > 0) {
    const below = level
      .flatMap((place) => insideOf(place, types))
      .filter(({ segments }) => !isSkipped(segments, skipped));
    for (const place of below)
      if (isListed(place, types)) fields.push(toField(place.trail, place.segments, types));
    level = below;
  }
  return fields;
}

const isSkipped = (segments: Segments, skipped?: ReadonlySet<string>) =>
  skipped?.has(String(segments.at(-1))) ?? false;

/** The places right inside one; a list has its first member. */
function insideOf({ trail, segments, depth }: Place, types: FieldTypes): Place[] {
  const node = trail.at(-1) ?? ROOT;
  if (depth > MAX_DEPTH) return [];
  const step = (name: string | number, child: FieldNode, deeper: number): Place => ({
    trail: [...trail, child],
    segments: [...segments, name],
    depth: depth + deeper,
  });
  if (node.kind === "list") {
    const member = childOf(node, 0, types);
    return member ? [step(0, member, 0)] : [];
  }
  return [...childrenOf(node, types)].map(([name, child]) => step(name, child, node.kind === "page" ? 0 : 1));
}

/** Stripe's own marks on an object say nothing about it. */
const MARKS = new Set(["object", "has_more", "total_count", "url"]);

function isListed({ trail, segments, depth }: Place, types: FieldTypes): boolean {
  const [node = ROOT, parent = ROOT] = trail.toReversed();
  if (node.kind === "object") return depth > MAX_DEPTH || childrenOf(node, types).size === 0;
  if (node.kind === "page") return depth > MAX_DEPTH;
  return segments.at(-1) !== "object" && !(parent.kind === "page" && MARKS.has(String(segments.at(-1))));
}

const TYPES: Readonly<Record<string, FieldType>> = {
  text: "text",
  number: "number",
  money: "money",
  date: "date",
  boolean: "boolean",
  list: "list",
};

/** What a person needs to know of the last place of a trail. */
export function toField(trail: readonly FieldNode[], segments: Segments, types: FieldTypes): EventField {
  const { kind, nullable, description, of } = trail.at(-1) ?? ROOT;
  const currency = kind === "money" ? currencyOf(trail, segments, types) : undefined;
  return {
    path: writtenPath(segments),
    label: labelOf(segments),
    type: TYPES[kind] ?? "object",
    nullable,
    ...(description && { description }),
    ...(kind === "text" && of.length > 0 && { values: of }),
    ...(currency && { currency }),
  };
}

/** The currency that stands nearest around an amount. */
function currencyOf(trail: readonly FieldNode[], segments: Segments, types: FieldTypes): string | undefined {
  for (let depth = trail.length - 2; depth > 0; depth--) {
    const around = trail[depth];
    if (around && childOf(around, "currency", types)?.kind === "text")
      return writtenPath([...segments.slice(0, depth), "currency"]);
  }
  return undefined;
}
