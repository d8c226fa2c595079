import { z } from "zod";

/** What a form shows for a field; lands in the JSON Schema as it is. */
export interface FieldMeta {
  title: string;
  description?: string;
  /** `more`: rarely needed, folded away. */
  group?: "more";
  placeholder?: string;
  examples?: unknown[];
  control?: "longtext" | "recipe";
  /** The field names a thing in the account: the form offers a picker of these. */
  choices?: ChoiceKind;
}

/** What a picker can list from the connected account. */
export type ChoiceKind =
  | "stripe.price"
  | "stripe.product"
  | "stripe.coupon"
  | "stripe.promotion_code"
  | "customerio.segment"
  | "customerio.manual_segment"
  | "customerio.broadcast"
  | "customerio.campaign"
  | "customerio.transactional_message"
  | "customerio.object_type"
  | "customerio.collection";

/** JSON Schema has no examples of a field that is converted when read, so the first one is also the placeholder. */
function forForm(meta: FieldMeta): FieldMeta {
  const [first] = meta.examples ?? [];
  const isPlain = typeof first === "string" || typeof first === "number";
  return isPlain ? { placeholder: String(first), ...meta } : { ...meta };
}

/** A field that must be filled in. */
export function required<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  return schema.meta({ ...forForm(meta) });
}

/**
 * A field that may be left out. Null and empty text count as left out: Stripe writes null where it knows nothing,
 * and a form leaves an empty text behind.
 */
export function optional<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): z.ZodOptional<Schema> {
  const absent = (value: unknown) => (value === null || value === "" ? undefined : value);
  const field = z
    .preprocess(absent, schema.optional())
    .optional()
    .meta({ ...meta });
  return field as unknown as z.ZodOptional<Schema>;
}

/** Reads a value leniently before it is checked. The static type stays strict, so that samples are checked. */
function lenient<Schema extends z.ZodType>(read: (value: unknown) => unknown, schema: Schema): Schema {
  return z.preprocess(read, schema) as unknown as Schema;
}

const asText = (value: unknown) => (typeof value === "number" ? String(value) : value);
const asNumber = (value: unknown) =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
const asFlag = (value: unknown) => (value === "true" ? true : value === "false" ? false : value);

function asUnixTime(value: unknown): unknown {
  const number = asNumber(value);
  if (typeof number !== "string" || !/^\d{4}-\d{2}-\d{2}/.test(number)) return number;
  const time = Date.parse(number);
  return Number.isNaN(time) ? number : Math.floor(time / 1000);
}

/** Text that is not blank; a number is taken as text, since elsewhere ids often are numbers. */
export const Text = (max = 5000) =>
  lenient(asText, z.string("Must be a text.").trim().min(1, "Must not be empty.").max(max));
export const Email = () =>
  lenient(
    (value) => (typeof value === "string" ? value.trim() : value),
    z.email("Must be an e-mail address."),
  );
export const Integer = (min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) =>
  lenient(asNumber, z.int("Must be a whole number.").min(min).max(max));
export const Flag = () => lenient(asFlag, z.boolean("Must be true or false."));
/** Unix seconds; an ISO 8601 time is converted. */
export const UnixTime = () =>
  lenient(asUnixTime, z.int("Must be a time in Unix seconds or like 2026-09-21T14:13:20Z.").min(0));
export const JsonObject = () => z.record(z.string(), z.unknown(), "Must be a list of names and values.");

/** The consent that a dangerous action demands in the definition itself; nothing but `true` will do. */
export const confirmation = (what: string) =>
  required(lenient(asFlag, z.literal(true, `Confirm it first: ${what}`)), {
    title: "I understand",
    description: what,
  });

/** Whether a creating action first looks for what is already there. */
export const ifExists = (what: string) =>
  optional(z.enum(["reuse", "create"]), {
    title: "If there is one already",
    description: what,
    group: "more",
  });

type Present<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** The same object without keys whose value is undefined, as the SDKs' types want it. */
export function present<T extends object>(object: T): Present<T> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Present<T>;
}

type Defined<T> = T extends readonly (infer Item)[]
  ? Defined<Item>[]
  : T extends object
    ? { [Key in keyof T]: Defined<Exclude<T[Key], undefined>> }
    : T;

/** The same input at every depth without what was left out, as the SDK's types want it. */
export function defined<T extends object>(input: T): Defined<T> {
  return JSON.parse(JSON.stringify(input)) as Defined<T>;
}
