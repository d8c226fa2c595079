/** How operators read values: every function here takes anything and never throws. */

// Digits are read one way only: with two, a long text that is no number after all would take for ever.
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** Unix times above this are milliseconds: as seconds they would lie in the year 5138. */
const MILLISECONDS_FROM = 1e11;

/** Nothing that a person would call a value: not there, null, empty text, empty list. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/** A number, also when it was written as text; null when it is none. */
export function toNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || !NUMBER.test(value.trim())) return null;
  const parsed = Number(value.trim());
  return Number.isFinite(parsed) ? parsed : null;
}

/** Text to look into; null for lists, objects and nothing. */
export function toText(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

export function toBoolean(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const text = typeof value === "string" ? value.trim().toLowerCase() : null;
  return text === "true" ? true : text === "false" ? false : null;
}

/** A moment in milliseconds: from Unix seconds (as Stripe writes them), milliseconds, or an ISO 8601 text. */
export function toTime(value: unknown): number | null {
  const number = toNumber(value);
  if (number !== null) return Math.abs(number) >= MILLISECONDS_FROM ? number : number * 1000;
  if (typeof value !== "string" || !ISO_DATE.test(value.trim())) return null;
  const parsed = Date.parse(zoned(value.trim()));
  return Number.isNaN(parsed) ? null : parsed;
}

/** Times without a zone are UTC, wherever the server stands. */
function zoned(text: string): string {
  return /\d{2}:\d{2}/.test(text) && !/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? `${text}Z` : text;
}

/** A list as it is, or the parts of a text between commas; null when it is neither. */
export function toList(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  const text = toText(value);
  return text === null ? null : text.split(",").map((part) => part.trim());
}

/**
 * Equal as a person sees it: 100 is "100", true is "true". Two texts are compared as texts, so that long ids
 * and postcodes are not taken for numbers. Lists and objects are equal when their parts are.
 */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === "string" && typeof right === "string") return false;
  const numbers = [toNumber(left), toNumber(right)];
  if (numbers[0] !== null && numbers[1] !== null) return numbers[0] === numbers[1];
  if (typeof left === "boolean" || typeof right === "boolean") {
    const truth = toBoolean(left);
    return truth !== null && truth === toBoolean(right);
  }
  if (typeof left !== "object" || typeof right !== "object" || !left || !right) return false;
  return hasSameParts(left, right);
}

function hasSameParts(left: object, right: object): boolean {
  const [mine, other] = [Object.entries(left), new Map(Object.entries(right))];
  if (Array.isArray(left) !== Array.isArray(right) || mine.length !== other.size) return false;
  return mine.every(([key, value]) => other.has(key) && isSame(value, other.get(key)));
}
