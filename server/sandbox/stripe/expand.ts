import type { Store } from "~/server/sandbox/store";
import type { FormValue } from "./form";

/** What an id in a field of this name is the id of. */
const KINDS: Record<string, string> = {
  customer: "customer",
  product: "product",
  coupon: "coupon",
  subscription: "subscription",
  invoice: "invoice",
  charge: "charge",
  latest_charge: "charge",
  latest_invoice: "invoice",
  default_price: "price",
};
const MOST = 100;

type Json = Record<string, unknown>;

/** The answer with the ids at these paths replaced by their objects; in a list the paths begin with `data.`. */
export async function expanded(store: Store, body: object, paths: FormValue | undefined): Promise<object> {
  if (!Array.isArray(paths)) return body;
  const copy = structuredClone(body) as Json;
  for (const path of paths) if (typeof path === "string") await expandPath(store, copy, path.split("."));
  return copy;
}

async function expandPath(store: Store, root: Json, path: string[]): Promise<void> {
  const field = path.at(-1) ?? "";
  const kind = KINDS[field];
  if (!kind) return;
  const holders = path
    .slice(0, -1)
    .reduce<unknown[]>((all, part) => all.flatMap((value) => (isJson(value) ? value[part] : [])), [root])
    .filter(isJson);
  const ids = [...new Set(holders.map((holder) => holder[field]).filter((id) => typeof id === "string"))];
  if (ids.length === 0) return;
  const objects = await store.list<{ id: string }>(kind, { where: { id: ids }, limit: MOST });
  const byId = new Map(objects.map((object) => [object.id, object]));
  for (const holder of holders) holder[field] = byId.get(String(holder[field])) ?? holder[field];
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
