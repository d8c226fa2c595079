import type Stripe from "stripe";
import { z } from "zod";
import { Flag, JsonObject, optional, required, Text } from "../fields";
import { plain, plainPage } from "./answers";

const MOST_PAGES = 10;

/** A path of the API itself, with what is asked in its query; never another host. */
const Path = () =>
  Text(2000).refine((path) => /^\/v[12]\/[\w\-./?=&%[\]:@+,~]+$/.test(path) && !path.includes(".."), {
    error: "Must be a path such as /v1/customers.",
  });

/** Any request of Stripe's API. https://docs.stripe.com/api */
export const request = {
  method: required(z.enum(["GET", "POST", "DELETE"]), { title: "Method" }),
  path: required(Path(), {
    title: "Path",
    description: "What the API reference shows after api.stripe.com.",
    examples: ["/v1/customers?limit=3"],
  }),
  body: optional(JsonObject(), {
    title: "Fields",
    description: "Of a POST, by the names of the API reference.",
  }),
  paginate: optional(Flag(), {
    title: "All pages",
    description: "Of a list: up to 10 pages of 100, as one.",
    group: "more",
  }),
  stripe_account: optional(Text(255), {
    title: "Connected account",
    examples: ["acct_1032D82eZvKYlo2C"],
    group: "more",
  }),
  stripe_version: optional(Text(60), {
    title: "API version",
    description: "Another than the one that this app is written for.",
    examples: ["2026-10-28.endive"],
    group: "more",
  }),
  confirm: optional(Flag(), {
    title: "I understand",
    description: "Needed to delete: what DELETE removes from Stripe cannot be brought back.",
    group: "more",
  }),
} as const;

type Request = z.output<z.ZodObject<typeof request>>;

export const isConfirmedIfNeeded = ({ method, confirm }: Request) => method !== "DELETE" || confirm === true;
export const confirmToo = {
  error: "Confirm it first: what DELETE removes cannot be brought back.",
  path: ["confirm"],
};
export const pagesOnlyLists = ({ method, body, paginate }: Request) =>
  (method === "POST" || body === undefined) && (!paginate || method === "GET");
export const onlyLists = { error: "Only a POST has fields, and only a GET has pages.", path: ["method"] };

const options = ({ stripe_account, stripe_version }: Request): Stripe.RawRequestOptions => ({
  ...(stripe_account ? { stripeAccount: stripe_account } : {}),
  ...(stripe_version ? { apiVersion: stripe_version } : {}),
});

export async function requestOnce(stripe: Stripe, input: Request, key: string) {
  const isWrite = input.method === "POST";
  const keyed = { ...options(input), ...(isWrite ? { idempotencyKey: key } : {}) };
  const answer = await stripe.rawRequest(
    input.method,
    input.path,
    isWrite ? (input.body ?? {}) : undefined,
    keyed,
  );
  return plain(answer as object) as Record<string, unknown>;
}

interface Page {
  data: { id: string }[];
  has_more: boolean;
}

/** Reads a list page by page. Says with `has_more` when the account has more than is read. */
export async function requestPages(stripe: Stripe, input: Request): Promise<Record<string, unknown>> {
  const found: { id: string }[] = [];
  let has_more = true;
  for (let page = 0; has_more && page < MOST_PAGES; page += 1) {
    const url = new URL(input.path, "https://api.stripe.com");
    if (!url.searchParams.has("limit")) url.searchParams.set("limit", "100");
    const last = found.at(-1);
    if (last) url.searchParams.set("starting_after", last.id);
    const path = `${url.pathname}?${url.searchParams}`;
    const answer = (await stripe.rawRequest(
      "GET",
      path,
      undefined,
      options(input),
    )) as unknown as Partial<Page>;
    found.push(...(answer.data ?? []));
    has_more = answer.has_more === true && (answer.data ?? []).length > 0;
  }
  return { ...plainPage({ data: found, has_more }) };
}
