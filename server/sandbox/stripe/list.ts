import type { ListFilter, Store } from "~/server/sandbox/store";
import { invalidParameter, resourceMissing } from "./errors";
import type { FormObject, FormValue } from "./form";

function text(value: FormValue | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function limitOf(params: FormObject): number {
  const limit = Number(text(params.limit) ?? 10);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit;
  throw invalidParameter(
    "This value must be between 1 and 100 (inclusive).",
    "limit",
    "parameter_invalid_integer",
  );
}

/** `created=…` or `created[gte]=…` in Unix seconds, as instants. */
function createdRange(created: FormValue | undefined): Pick<ListFilter, "createdAfter" | "createdBefore"> {
  if (created === undefined || Array.isArray(created)) return {};
  const bounds = typeof created === "string" ? { gte: created, lte: created } : created;
  const at = (name: string, shiftMs: number) => {
    const value = text(bounds[name]);
    return value === undefined ? undefined : new Date(Number(value) * 1000 + shiftMs);
  };
  const after = at("gte", 0) ?? at("gt", 1000);
  const before = at("lte", 999) ?? at("lt", -1);
  return { ...(after ? { createdAfter: after } : {}), ...(before ? { createdBefore: before } : {}) };
}

async function cursor(
  store: Store,
  kind: string,
  params: FormObject,
): Promise<Pick<ListFilter, "startingAfter" | "endingBefore">> {
  const [after, before] = [text(params.starting_after), text(params.ending_before)];
  for (const [param, id] of Object.entries({ starting_after: after, ending_before: before })) {
    if (id && !(await store.get(kind, id))) throw resourceMissing(kind, id, param);
  }
  return { ...(after ? { startingAfter: after } : {}), ...(before ? { endingBefore: before } : {}) };
}

/** Parameters with several values, and the field that has to be one of them. */
const SEVERAL = { types: "type", ids: "id", lookup_keys: "lookup_key" };

/**
 * One page as Stripe lists: newest first, `limit` 1–100, cursors by id.
 * `filters` names the parameters that compare a field of the same name; `defaults` apply without them. https://docs.stripe.com/api/pagination
 */
export async function listPage(
  store: Store,
  kind: string,
  url: string,
  params: FormObject,
  filters: readonly string[],
  defaults: Record<string, string[]> = {},
): Promise<object> {
  const limit = limitOf(params);
  const where: Record<string, string | string[]> = {};
  for (const [field, values] of Object.entries(defaults)) if (!text(params[field])) where[field] = values;
  for (const filter of filters) {
    const value = params[filter];
    if (typeof value === "string" && value !== "" && value !== "all") where[filter] = value;
  }
  for (const [param, field] of Object.entries(SEVERAL)) {
    const values = params[param];
    if (Array.isArray(values)) where[field] = values.filter((item) => typeof item === "string");
  }
  const found = await store.list(kind, {
    where,
    ...createdRange(params.created),
    ...(await cursor(store, kind, params)),
    limit: limit + 1,
  });
  const extra = found.length > limit;
  const data = text(params.ending_before) && extra ? found.slice(1) : found.slice(0, limit);
  return { object: "list", data, has_more: extra, url };
}
