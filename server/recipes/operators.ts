import { isBlank, isSame, toBoolean, toList, toNumber, toText, toTime } from "./operands";

export const OPERATOR_IDS = [
  "exists",
  "not_exists",
  "eq",
  "neq",
  "gt",
  "gte",
  "lt",
  "lte",
  "contains",
  "not_contains",
  "starts_with",
  "ends_with",
  "in",
  "not_in",
  "is_true",
  "is_false",
  "before",
  "after",
] as const;

export type OperatorId = (typeof OPERATOR_IDS)[number];
export type ValueType = "any" | "text" | "number" | "boolean" | "date" | "list";

export interface Operator {
  id: OperatorId;
  /** Reads as a sentence between the two values. */
  label: string;
  /** 1: looks at the left side only; 2: compares it with the right side. */
  arity: 1 | 2;
  /** What the left side may be for this to make sense. */
  types: readonly ValueType[];
  /** What is wrong with a literal right side, in plain words; null when nothing is. */
  validate(right: unknown): string | null;
  /** True or false for anything: a side that does not fit makes it false, it never throws. */
  evaluate(left: unknown, right: unknown): boolean;
}

const anything = () => null;
const needs = (fits: (right: unknown) => boolean, message: string) => (right: unknown) =>
  fits(right) ? null : message;
const aValue = needs((right) => right !== undefined, "Nothing is given to compare with.");
const aNumber = needs((right) => toNumber(right) !== null, "This operator compares with a number.");
const aText = needs((right) => !!toText(right), "This operator compares with a text.");
const aDate = needs((right) => toTime(right) !== null, "This operator compares with a date.");
const aList = needs(
  (right) => !isBlank(right) && toList(right) !== null,
  "This operator compares with a list: several values, or a text with commas between them.",
);

/** Compared with an empty text or null, nothing, null and "" are the same. */
function isEqual(left: unknown, right: unknown): boolean {
  if (right === "" || right === null) return isBlank(left);
  return left !== undefined && right !== undefined && isSame(left, right);
}

/** Applies a test to both sides read in one way; false when a side cannot be read so. */
function both<T>(read: (value: unknown) => T | null, test: (left: T, right: T) => boolean) {
  return (left: unknown, right: unknown) => {
    const [first, second] = [read(left), read(right)];
    return first !== null && second !== null && test(first, second);
  };
}

function contains(left: unknown, right: unknown): boolean {
  if (Array.isArray(left)) return left.some((member) => isSame(member, right));
  return both(toText, (text, part) => text.includes(part))(left, right);
}

function lacks(left: unknown, right: unknown): boolean {
  return (Array.isArray(left) || toText(left) !== null) && !contains(left, right);
}

function isListed(left: unknown, right: unknown): boolean {
  return toList(right)?.some((member) => isSame(left, member) || toText(left) === member) ?? false;
}

type Row = Omit<Operator, "id">;

function one(label: string, types: ValueType[], evaluate: (left: unknown) => boolean): Row {
  return { label, arity: 1, types, validate: anything, evaluate };
}

/** A comparison with something that is not there is false, whichever side is missing. */
function two(
  label: string,
  types: ValueType[],
  validate: Operator["validate"],
  evaluate: Operator["evaluate"],
): Row {
  const isHere = (left: unknown, right: unknown) => left !== undefined && right !== undefined;
  return {
    label,
    arity: 2,
    types,
    validate,
    evaluate: (left, right) => isHere(left, right) && evaluate(left, right),
  };
}

const TABLE: Record<OperatorId, Row> = {
  exists: one("has a value", ["any"], (left) => !isBlank(left)),
  not_exists: one("has no value", ["any"], isBlank),
  eq: { ...two("is", ["any"], aValue, isEqual), evaluate: isEqual },
  neq: two("is not", ["any"], aValue, (left, right) => !isEqual(left, right)),
  gt: two(
    "is greater than",
    ["number"],
    aNumber,
    both(toNumber, (a, b) => a > b),
  ),
  gte: two(
    "is at least",
    ["number"],
    aNumber,
    both(toNumber, (a, b) => a >= b),
  ),
  lt: two(
    "is less than",
    ["number"],
    aNumber,
    both(toNumber, (a, b) => a < b),
  ),
  lte: two(
    "is at most",
    ["number"],
    aNumber,
    both(toNumber, (a, b) => a <= b),
  ),
  contains: two("contains", ["text", "list"], aText, contains),
  not_contains: two("does not contain", ["text", "list"], aText, lacks),
  starts_with: two(
    "starts with",
    ["text"],
    aText,
    both(toText, (a, b) => a.startsWith(b)),
  ),
  ends_with: two(
    "ends with",
    ["text"],
    aText,
    both(toText, (a, b) => a.endsWith(b)),
  ),
  in: two("is one of", ["text", "number"], aList, isListed),
  not_in: two("is none of", ["text", "number"], aList, (a, b) => toList(b) !== null && !isListed(a, b)),
  is_true: one("is true", ["boolean"], (left) => toBoolean(left) === true),
  is_false: one("is false", ["boolean"], (left) => toBoolean(left) === false),
  before: two(
    "is before",
    ["date"],
    aDate,
    both(toTime, (a, b) => a < b),
  ),
  after: two(
    "is after",
    ["date"],
    aDate,
    both(toTime, (a, b) => a > b),
  ),
};

/** The one table of operators, read by the editor, by lint and by the engine. */
export const OPERATORS: readonly Operator[] = OPERATOR_IDS.map((id) => ({ id, ...TABLE[id] }));

const BY_ID = new Map<string, Operator>(OPERATORS.map((operator) => [operator.id, operator]));

export function getOperator(id: string): Operator | undefined {
  return BY_ID.get(id);
}
