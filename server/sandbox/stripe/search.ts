import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { invalidParameter } from "./errors";

const CLAUSE = /^(?:(\w+)|metadata\[["']([^"']+)["']\])\s*([:~><]=?)\s*(?:'([^']*)'|"([^"]*)"|(\d+))$/;

type Found = Record<string, unknown> & { metadata?: Record<string, string> | null };
type Test = (one: Found) => boolean;

function testOf(clause: string): Test {
  const match = CLAUSE.exec(clause.trim());
  if (!match)
    throw invalidParameter(`We were unable to parse your search query near "${clause.trim()}".`, "query");
  const [, field = "", key, operator = ":", single, double, number] = match;
  const wanted = (single ?? double ?? number ?? "").toLowerCase();
  return (one) => {
    const value = String((key ? one.metadata?.[key] : one[field]) ?? "").toLowerCase();
    if (operator === "~") return value.includes(wanted);
    if (operator === ":") return value === wanted;
    return operator.startsWith(">") ? Number(value) > Number(wanted) : Number(value) < Number(wanted);
  };
}

/** `GET /v1/{collection}/search`: clauses on fields and metadata, joined by AND. https://docs.stripe.com/search */
export const searchIn =
  (kind: string) =>
  async (store: Store, call: StripeCall): Promise<object> => {
    const { query, limit } = call.params;
    if (typeof query !== "string")
      throw invalidParameter("Missing required param: query.", "query", "parameter_missing");
    const tests = query.split(/\sAND\s/).map(testOf);
    const found = (await store.list<Found>(kind, { limit: 10_000 })).filter((one) =>
      tests.every((test) => test(one)),
    );
    const shown = found.slice(0, Math.min(Number(limit ?? 10) || 10, 100));
    return {
      object: "search_result",
      data: shown,
      has_more: found.length > shown.length,
      next_page: null,
      url: call.path,
    };
  };
