import { type FieldTypes, isTypeId, type Row } from "./field-types";

/** One place in an event: what stands there, and how to go further down. */
export interface FieldNode {
  kind: string;
  /** Null or absent in some events, this place or one above it. */
  nullable: boolean;
  description: string;
  of: readonly string[];
}

/** Lists that always have a first member. */
const NEVER_EMPTY = new Set([
  "subscription-items#SubscriptionItem",
  "invoice-line-items#InvoiceLineItem",
  "credit-note-line-items#CreditNoteLineItem",
  "subscription-schedules#SubscriptionSchedule.Phase",
  "subscription-schedules#SubscriptionSchedule.Phase.Item",
]);

const ANYTHING = ["any"];

/** What lies directly below a place, by name; empty for a leaf, a list and an object whose keys are the user's own. */
export function childrenOf(node: FieldNode, types: FieldTypes): Map<string, FieldNode> {
  const variants = variantsOf(node, types);
  const names = new Set(variants.flat().map(([name]) => name));
  const children = [...names].map((name): [string, FieldNode | null] => [name, named(name, node, variants)]);
  return new Map(children.filter((child): child is [string, FieldNode] => child[1] !== null));
}

/** The rows of each type that an object may be. */
function variantsOf(node: FieldNode, types: FieldTypes): (readonly Row[])[] {
  if (node.kind === "page") return [pageRows(node)];
  return node.kind === "object" ? node.of.map((id) => types.get(id) ?? []) : [];
}

/** The child of that name; one that only some variants have may be missing. */
function named(
  name: string | number,
  node: FieldNode,
  variants: readonly (readonly Row[])[],
): FieldNode | null {
  const rows = variants
    .map((variant) => variant.find((row) => row[0] === name))
    .filter((row) => row !== undefined);
  const [first, ...others] = rows.map((row) => toNode(row, node));
  if (!first) return null;
  const all = others.reduce(merged, first);
  return rows.length < variants.length ? { ...all, nullable: true } : all;
}

/** The place one step further down; null when there is none. */
export function childOf(node: FieldNode, segment: string | number, types: FieldTypes): FieldNode | null {
  if (node.kind === "any") return { ...node, nullable: true };
  if (node.kind === "map") return { ...memberOf(node), nullable: true };
  const child = named(segment, node, variantsOf(node, types));
  if (child) return child;
  const isIndex = typeof segment === "number" || segment === "first" || segment === "last";
  if (node.kind === "list" && isIndex) return memberOf(node);
  // Liquid counts letters and members.
  if (segment === "size" && (node.kind === "list" || node.kind === "text"))
    return { kind: "number", nullable: node.nullable, description: "How many there are.", of: [] };
  return null;
}

function toNode([, kind, description, of = []]: Row, parent: FieldNode): FieldNode {
  const optional = kind.endsWith("?");
  return {
    kind: optional ? kind.slice(0, -1) : kind,
    nullable: optional || parent.nullable,
    description,
    of,
  };
}

/** The same name in two variants of an object. */
function merged(a: FieldNode, b: FieldNode): FieldNode {
  return {
    kind: a.kind === b.kind ? a.kind : "any",
    nullable: a.nullable || b.nullable,
    description: a.description || b.description,
    of: [...new Set([...a.of, ...b.of])],
  };
}

function memberOf({ kind, nullable, description, of }: FieldNode): FieldNode {
  const [first = "any"] = of;
  const isEmptyPossible = kind !== "list" || !of.every((id) => NEVER_EMPTY.has(id));
  const member = isTypeId(first) ? { kind: "object", of } : { kind: first, of: of.slice(1) };
  return { ...member, nullable: nullable || isEmptyPossible, description };
}

/** Stripe's list object. */
function pageRows({ of, description }: FieldNode): Row[] {
  return [
    ["object", "text", "Always list.", ["list"]],
    ["data", "list", description, of.length > 0 ? of : ANYTHING],
    ["has_more", "boolean", "Whether there are more than these."],
    ["total_count", "number?", "How many there are in all."],
    ["url", "text", "Where the list can be read."],
  ];
}
