import { z } from "zod";
import { invalidParameter, StripeRefusal } from "./errors";
import type { FormObject } from "./form";

/** A text that an empty value unsets, as in every Stripe form. */
export const clearable = z.string().transform((value) => (value === "" ? null : value));
export const flag = z.enum(["true", "false"]).transform((value) => value === "true");
export const integer = z.coerce.number<string>().int();
/** New values by key; an empty one deletes the key, an empty text all of them. */
export const metadata = z.union([z.literal(""), z.record(z.string().max(40), z.string().max(500))]);
/** Accepted and ignored: nothing in the sandbox needs expanding. */
export const expand = z.array(z.string()).optional();

/** Checks a form against the parameters of a call; refuses an unknown one as Stripe does. */
export function parseParams<Schema extends z.ZodType>(schema: Schema, params: FormObject): z.output<Schema> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [...(issue?.path ?? [])].map(String);
  if (issue?.code === "unrecognized_keys") {
    const name = bracketed([...path, issue.keys[0] ?? ""]);
    throw invalidParameter(`Received unknown parameter: ${name}`, name, "parameter_unknown");
  }
  const name = bracketed(path);
  if (issue?.code === "invalid_type" && issue.input === undefined) {
    throw new StripeRefusal(400, "invalid_request_error", `Missing required param: ${name}.`, {
      code: "parameter_missing",
      param: name,
    });
  }
  throw invalidParameter(issue?.message ?? "Invalid value.", name);
}

function bracketed([first = "", ...rest]: string[]): string {
  return rest.reduce((name, key) => `${name}[${key}]`, first);
}

/** Merges metadata as Stripe does: by key, an empty value deletes. */
export function mergeMetadata(
  before: Record<string, string>,
  change: z.output<typeof metadata> | undefined,
): Record<string, string> {
  if (change === undefined) return before;
  if (change === "") return {};
  const merged = Object.entries({ ...before, ...change }).filter(([, value]) => value !== "");
  return Object.fromEntries(merged);
}
