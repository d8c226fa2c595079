import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import type { Clients } from "~/server/connectors/define";
import { eventPage, eventsOldestFirst } from "~/server/connectors/stripe/list-events";

interface Asked {
  types?: string[];
  created: { gte: number; lte: number };
  starting_after?: string;
  limit: number;
}

/** A client whose account has one event a second from 1 to `count`, or as many as are given of a second. */
function clientOf(created: number[]) {
  const asked: Asked[] = [];
  const all = created
    .toSorted((a, b) => b - a)
    .map((second, index) => ({ id: `evt_${index}`, type: "customer.created", created: second }));
  const list = async (query: Asked) => {
    asked.push(query);
    const such = all.filter(({ created: at }) => at >= query.created.gte && at <= query.created.lte);
    const start = such.findIndex(({ id }) => id === query.starting_after) + 1;
    const data = such.slice(start, start + query.limit);
    return { data, has_more: start + data.length < such.length };
  };
  return { asked, client: { events: { list } } as unknown as Clients["stripe"] };
}

async function portions(created: number[], from: number, to: number, most: number) {
  const { client, asked } = clientOf(created);
  const found: { seconds: number[]; to: number }[] = [];
  const span = { types: ["customer.created"], from, to };
  for await (const { events, to: until } of eventsOldestFirst(client, span, { most }))
    found.push({ seconds: events.map((event: Stripe.Event) => event.created), to: until });
  return { found, asked };
}

describe("events oldest first", () => {
  it("come in one portion where they are few", async () => {
    const { found, asked } = await portions([3, 1, 2], 0, 1_000, 10);
    expect(found).toEqual([{ seconds: [1, 2, 3], to: 1_000 }]);
    expect(asked).toHaveLength(1);
  });

  it("come in portions that can be held, each once, none out of order", async () => {
    const created = Array.from({ length: 40 }, (_, index) => index + 1);
    const { found } = await portions(created, 0, 100, 10);
    expect(found.flatMap(({ seconds }) => seconds)).toEqual(created);
    for (const { seconds } of found) expect(seconds.length).toBeLessThanOrEqual(11);
    expect(found.at(-1)?.to).toBe(100);
  });

  it("take a second whole, however much happened in it", async () => {
    const { found } = await portions([...Array.from({ length: 30 }, () => 50), 60], 0, 100, 10);
    expect(found.find(({ seconds }) => seconds.includes(50))?.seconds).toHaveLength(30);
    expect(found.flatMap(({ seconds }) => seconds)).toHaveLength(31);
  });

  it("leave out what a vendor gives from outside the span", async () => {
    const { client } = clientOf([5]);
    client.events.list = (async () => ({
      data: [{ id: "evt_x", type: "customer.created", created: 500 }],
      has_more: false,
    })) as never;
    const { value } = await eventsOldestFirst(client, { types: ["*"], from: 0, to: 10 }).next();
    expect(value).toMatchObject({ events: [] });
  });
});

describe("a page of events", () => {
  const created = { gte: 0, lte: 9 };
  it.each([
    ["those that are few", ["customer.created", "invoice.paid"], ["customer.created", "invoice.paid"]],
    ["all of them", ["*"], undefined],
    ["more than Stripe takes", Array.from({ length: 21 }, () => "invoice.paid"), undefined],
    ["one that Stripe knows no more", ["customer.created", "customer.bank_account.gone"], undefined],
  ])("asks for the types: %s", async (_, types, expected) => {
    const { client, asked } = clientOf([1]);
    const { events } = await eventPage(client, { types, created });
    expect(asked[0]?.types).toEqual(expected);
    expect(events).toHaveLength(types.includes("customer.created") || types.includes("*") ? 1 : 0);
  });
});
