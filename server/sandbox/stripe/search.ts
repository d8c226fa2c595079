import type Stripe from "stripe";
import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { invalidParameter } from "./errors";

const CLAUSE = /^(?:(email|name|phone)|metadata\[["']([^"']+)["']\])\s*([:~])\s*(?:'([^']*)'|"([^"]*)")$/;

type Test = (customer: Stripe.Customer) => boolean;

function testOf(clause: string): Test {
  const match = CLAUSE.exec(clause.trim());
  if (!match)
    throw invalidParameter(`We were unable to parse your search query near "${clause.trim()}".`, "query");
  const [, field, key, operator, single, double] = match;
  const wanted = (single ?? double ?? "").toLowerCase();
  return (customer) => {
    const value = (key ? customer.metadata[key] : customer[field as "email" | "name" | "phone"]) ?? "";
    return operator === "~" ? value.toLowerCase().includes(wanted) : value.toLowerCase() === wanted;
  };
}

/** `GET /v1/customers/search`: clauses on email, name, phone and metadata, joined by AND. https://docs.stripe.com/search */
export async function searchCustomers(store: Store, call: StripeCall): Promise<object> {
  const { query, limit } = call.params;
  if (typeof query !== "string")
    throw invalidParameter("Missing required param: query.", "query", "parameter_missing");
  const tests = query.split(/\sAND\s/).map(testOf);
  const found = (await store.list<Stripe.Customer>("customer", { limit: 10_000 })).filter((customer) =>
    tests.every((test) => test(customer)),
  );
  const shown = found.slice(0, Math.min(Number(limit ?? 10) || 10, 100));
  return {
    object: "search_result",
    data: shown,
    has_more: found.length > shown.length,
    next_page: null,
    url: "/v1/customers/search",
  };
}
