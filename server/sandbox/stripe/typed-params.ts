import type { StripeCall } from "./call";
import { invalidParameter, StripeRefusal } from "./errors";
import type { FormValue } from "./form";

const NUMBERS = new Set(
  "amount unit_amount quantity percent_off amount_off duration_in_months max_redemptions redeem_by expires_at minimum_amount trial_period_days trial_end days_until_due due_date interval_count timestamp refund_amount credit_amount out_of_band_amount effective_at amount_to_capture resumes_at limit start end".split(
    " ",
  ),
);

/** Text of a form as the type that the field of this name has; metadata stays text. */
function typed(value: FormValue, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(item, name));
  if (typeof value === "object") {
    if (name === "metadata" || name === "payload") return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typed(item, key)]));
  }
  if (value === "true" || value === "false") return value === "true";
  return NUMBERS.has(name) && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

export type Params = Record<string, unknown>;

/** The parameters of a call with their types. Refuses an unknown or a missing one as Stripe does. */
export function readParams(call: StripeCall, known: string, required = ""): Params {
  const names = new Set([...known.split(" "), ...required.split(" "), "expand", "metadata"]);
  for (const name of Object.keys(call.params)) {
    if (!names.has(name))
      throw invalidParameter(`Received unknown parameter: ${name}`, name, "parameter_unknown");
  }
  for (const name of required.split(" ").filter(Boolean)) {
    if (call.params[name] === undefined || call.params[name] === "") {
      const facts = { code: "parameter_missing", param: name };
      throw new StripeRefusal(400, "invalid_request_error", `Missing required param: ${name}.`, facts);
    }
  }
  const { expand: _, ...params } = call.params;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typed(value, name)]));
}

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
export const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;
export const listOfParams = (value: unknown): Params[] => (Array.isArray(value) ? (value as Params[]) : []);
export const metadataOf = (params: Params) => (params.metadata || {}) as Record<string, string>;
