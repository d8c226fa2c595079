import { createHash } from "node:crypto";
import { z } from "zod";
import { defineTrigger, type Found, ownEvent, type WebClient } from "~/server/connectors/define-trigger";
import { JsonObject, optional, required } from "~/server/connectors/fields";
import { nextPoll, pollInterval } from "~/server/connectors/poll-fields";
import { AppError } from "~/server/errors";
import { valueAtPath } from "~/server/recipes/data-path";

const TYPE = "poll.http";
/** So many ids of things that are no longer listed are remembered. */
const REMEMBERED = 10_000;
const MOST_ITEMS = 2_000;

/** Ids already seen, newest first. */
const Cursor = z.array(z.string());

const Path = () =>
  z
    .string()
    .trim()
    .max(200)
    .regex(/^[\w$-]+(\.[\w$-]+|\[\d+\])*$/, "Must be a path like data.items or results[0].id.");

const config = z.strictObject({
  url: required(
    z.url({ protocol: /^https?$/, error: "Must be an address like https://api.example.com/orders." }),
    {
      title: "Address",
      description: "What to fetch; private networks are out of reach.",
      placeholder: "https://api.example.com/orders",
    },
  ),
  method: optional(z.enum(["GET", "POST"]), {
    title: "Method",
    description: "GET unless you choose.",
    group: "more",
  }),
  headers: optional(z.record(z.string(), z.string()), {
    title: "Headers",
    description: "They are kept with the recipe, readable for everybody in the workspace.",
    group: "more",
  }),
  body: optional(JsonObject(), { title: "Body", description: "JSON, for POST.", group: "more" }),
  items: optional(Path(), {
    title: "Where the list is",
    description: "In the answer, like data.items; without it the answer itself is the list.",
    examples: ["data.items"],
  }),
  id: required(Path(), {
    title: "Where an item's id is",
    description: "In each item, like id or order.number.",
    examples: ["id"],
  }),
  interval: pollInterval,
});
type Config = z.output<typeof config>;

export const httpPollTrigger = defineTrigger({
  id: TYPE,
  app: "core",
  title: "Look for new items at any web API",
  summary: "Fetches a list from an address every few minutes and starts once for each item that is new.",
  words: [
    "poll|check|watch api|endpoint|url|address|feed",
    "new item|entry|row api|feed|endpoint",
    "poll $url",
  ],
  origin: "recipe",
  dedupe: "The item's id: each item starts one run.",
  config,
  sample: {
    config: { url: "https://api.example.com/orders", items: "data", id: "id" },
    event: ownEvent("order_42", TYPE, new Date(1_790_000_000_000), { item: { id: "order_42", total: 4900 } }),
  },
  next: nextPoll,
  async look({ client, config, cursor, now }) {
    const known = Cursor.safeParse(cursor).data;
    const items = (await itemsOf(client, config)).slice(0, MOST_ITEMS);
    const byId = new Map(items.map((item) => [idOf(item, config.id), item]));
    const ids = [...byId.keys()];
    const seen = new Set(known);
    const rest = (known ?? []).filter((id) => !byId.has(id)).slice(0, REMEMBERED);
    const found = known ? ids.filter((id) => !seen.has(id)).reverse() : [];
    return { found: found.map((id) => foundItem(id, byId.get(id), now)), cursor: [...ids, ...rest] };
  },
});

const asks = (message: string) => new AppError("invalid_input", message);

async function itemsOf(
  client: WebClient,
  { url, method = "GET", headers = {}, body, items }: Config,
): Promise<unknown[]> {
  const sent = method === "POST" ? { body: JSON.stringify(body ?? {}) } : {};
  const json = {
    accept: "application/json",
    ...(method === "POST" ? { "content-type": "application/json" } : {}),
  };
  const answer = await client.request({ method, url, headers: { ...json, ...headers }, ...sent });
  if (answer.status >= 400) throw asks(`${new URL(url).host} answered ${answer.status}.`);
  const list = items ? valueAtPath(answer.body, items) : answer.body;
  if (Array.isArray(list)) return list;
  throw asks(
    items
      ? `There is no list at ${items} of the answer.`
      : "The answer is no list. Say where in it the list is.",
  );
}

function idOf(item: unknown, path: string): string {
  const id = valueAtPath(item, path);
  if (typeof id !== "string" && typeof id !== "number") throw asks(`An item has no id at ${path}.`);
  const text = String(id);
  return text.length <= 200 ? text : createHash("sha256").update(text).digest("hex");
}

function foundItem(id: string, item: unknown, now: Date): Found {
  return { externalId: id, type: TYPE, occurredAt: now, payload: ownEvent(id, TYPE, now, { item }) };
}
