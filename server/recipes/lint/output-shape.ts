import { z } from "zod";
import { getAction } from "~/server/connectors/catalog";
import type { FieldType } from "~/server/connectors/stripe/event-fields";
import type { Step } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";

/** The part of JSON Schema that outputs need. An empty one says that anything may be there. */
interface Shape {
  type?: string;
  properties?: Record<string, Shape>;
  additionalProperties?: boolean | Shape;
  items?: Shape;
  anyOf?: Shape[];
  prefixItems?: Shape[];
}

/** What is known of one place of a step's output. */
export type OutputFound =
  | { is: "open" }
  | { is: "known"; type: FieldType | null }
  /** It is not there: how much of the path is, and what stands beside it. */
  | { is: "absent"; depth: number; beside: string[] };

/** One place of a step's output, as far as the step's kind or its action declares it. */
export function outputAt(step: Step, path: Pointer): OutputFound {
  let shape = plain(shapeOf(step));
  for (const [depth, part] of path.entries()) {
    const next = shape && inside(shape, part);
    if (!next) return { is: "open" };
    if (next === "absent") return { is: "absent", depth, beside: Object.keys(shape?.properties ?? {}) };
    shape = plain(next);
  }
  return shape ? { is: "known", type: typeOf(shape) } : { is: "open" };
}

const NUMBER: Shape = { type: "number" };
const ANY: Shape = {};
const object = (properties: Record<string, Shape>): Shape => ({
  type: "object",
  properties,
  additionalProperties: false,
});

function shapeOf(step: Step): Shape {
  if (step.kind === "action") return actionShape(step.action);
  if (step.kind === "lookup") return lookupShape(actionShape(step.action));
  if (step.kind === "http")
    return object({ status: NUMBER, headers: { type: "object", additionalProperties: true }, body: ANY });
  if (step.kind !== "loop") return ANY;
  const tally = { count: NUMBER, succeeded: NUMBER, filtered: NUMBER, failed: NUMBER };
  const items: Shape = { type: "array", items: ANY };
  return object(step.collect === undefined ? tally : { ...tally, items });
}

const shapes = new Map<string, Shape>();

/** Made once for each action; what cannot be written as JSON Schema may be anything. */
function actionShape(id: string): Shape {
  const known = shapes.get(id);
  if (known) return known;
  const output = getAction(id)?.output;
  const made = output ? (z.toJSONSchema(output, { unrepresentable: "any", io: "output" }) as Shape) : ANY;
  if (output) shapes.set(id, made);
  return made;
}

/** As the engine reads a look-up's answer: a list somewhere in it, or the one thing itself. */
function lookupShape(answer: Shape): Shape {
  const { type, items, properties = {} } = plain(answer) ?? ANY;
  const named = ["data", "people", "results", "items"].map((name) => properties[name]);
  const lists = [...named, ...(properties.id ? [] : Object.values(properties))].map(
    (one) => one && plain(one),
  );
  const list = type === "array" ? items : lists.find((one) => one?.type === "array")?.items;
  const item = list ?? (type === "object" ? answer : ANY);
  return object({ match: { type: "string" }, count: NUMBER, item, items: { type: "array", items: item } });
}

/** Whether a look-up with this action may find several things. */
export function findsSeveral(action: string): boolean {
  const answer = plain(actionShape(action));
  return answer?.type === "array" || plain(answer?.properties?.data ?? {})?.type === "array";
}

/** A shape without "or null"; undefined when several kinds of value are possible, or any. */
function plain(shape: Shape): Shape | undefined {
  if (shape.type) return shape;
  const arms = shape.anyOf?.filter(({ type }) => type !== "null") ?? [];
  return arms.length === 1 && arms[0] ? plain(arms[0]) : undefined;
}

/** One step further in; undefined when anything may be there. */
function inside({ type, properties = {}, additionalProperties, items }: Shape, part: string | number) {
  if (type === "array") return part === "size" ? NUMBER : isMember(part) ? items : "absent";
  if (type !== "object") return part === "size" ? NUMBER : "absent";
  if (Object.hasOwn(properties, part)) return properties[part];
  if (part === "size" || part === "first" || part === "last") return undefined;
  return additionalProperties === false
    ? "absent"
    : typeof additionalProperties === "object"
      ? additionalProperties
      : undefined;
}

const isMember = (part: string | number) => typeof part === "number" || part === "first" || part === "last";

const TYPES: Record<string, FieldType> = {
  string: "text",
  number: "number",
  integer: "number",
  boolean: "boolean",
  array: "list",
  object: "object",
};

const typeOf = ({ type = "" }: Shape): FieldType | null => TYPES[type] ?? null;
