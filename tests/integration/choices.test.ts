import { beforeAll, expect, test } from "vitest";
import { findChoice } from "~/server/services/connection/find-choice";
import { listChoices } from "~/server/services/connection/list-choices";
import type { ServiceContext } from "~/server/services/context";
import { Outsider } from "~/tests/support/outsider";
import { openSandboxKeys, serveSandbox } from "~/tests/support/sandbox";
import { makeWorkspace } from "~/tests/support/workspace";

// The sandbox is reached over the install's own port.
const port = Number(process.env.PORT);

let ctx: ServiceContext;
let stripe: string;
let customerio: string;

const prices = (wish: object = {}) =>
  listChoices(ctx, { id: stripe, kind: "stripe.price", limit: 50, refresh: false, ...wish });

async function addPrices(from: number, count: number): Promise<void> {
  const pro = await ctx.db.sandboxObject.findFirstOrThrow({
    where: { workspaceId: ctx.workspaceId, kind: "price", id: "price_1Sandboxpro" },
  });
  const { accountId } = pro;
  await ctx.db.sandboxObject.createMany({
    data: Array.from({ length: count }, (_, index) => {
      const n = from + index;
      const id = `price_many_${n}`;
      const more = { id, nickname: `Tier ${n}`, lookup_key: null, unit_amount: n * 100 };
      const data = { ...(pro.data as object), ...more };
      const createdAt = new Date(Date.now() - n * 1000);
      return { workspaceId: ctx.workspaceId, accountId, kind: "price", id, data, createdAt };
    }),
  });
}

beforeAll(async () => {
  const server = await serveSandbox(port);
  ctx = await makeWorkspace();
  const { connections } = await openSandboxKeys(ctx);
  [stripe, customerio] = [connections.stripe.id, connections.customerio.id];
  await addPrices(1, 250);
  return () => server.stop();
});

test("a long list comes page by page, each thing once", async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof prices>> = await prices(cursor ? { cursor } : {});
    expect(page.data.length).toBeLessThanOrEqual(50);
    seen.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toHaveLength(253);
  expect(new Set(seen).size).toBe(253);
});

test("a search looks at everything, in name, hint and id", async () => {
  expect((await prices({ search: "tier 249" })).data).toMatchObject([
    { id: "price_many_249", label: "Pro: $249.00 a month" },
  ]);
  expect((await prices({ search: "no such price" })).data).toEqual([]);
});

test("what is new at the vendor is seen after a refresh, and kept meanwhile", async () => {
  expect((await prices({ search: "tier 300" })).data).toEqual([]);
  await addPrices(300, 1);
  expect((await prices({ search: "tier 300" })).data).toEqual([]);
  expect((await prices({ search: "tier 300", refresh: true })).data).toHaveLength(1);
});

test("an id is named, and an unknown one is known to be none", async () => {
  expect(await findChoice(ctx, { id: stripe, kind: "stripe.price", value: "price_many_7" })).toMatchObject({
    label: "Pro: $7.00 a month",
  });
  expect(await findChoice(ctx, { id: stripe, kind: "stripe.price", value: "price_nobody" })).toBeNull();
});

test.each([
  "customerio.segment",
  "customerio.manual_segment",
  "customerio.broadcast",
  "customerio.campaign",
  "customerio.transactional_message",
  "customerio.object_type",
  "customerio.collection",
] as const)("%s has something to choose in the sandbox", async (kind) => {
  const { data } = await listChoices(ctx, { id: customerio, kind, limit: 50, refresh: false });
  expect(data.length).toBeGreaterThan(0);
});

test("another workspace's connection has no list, and a list of the other app none either", async () => {
  const stranger = await makeWorkspace();
  const asked = { kind: "stripe.price", limit: 10, refresh: false } as const;
  await expect(listChoices(stranger, { id: stripe, ...asked })).rejects.toMatchObject({ code: "not_found" });
  await expect(listChoices(ctx, { id: customerio, ...asked })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("over REST: the same list, and a kind that is none is named", async () => {
  const user = await Outsider.of(ctx);
  const path = `/connections/${stripe}/choices`;
  const { json } = await user.call<{ data: unknown[]; nextCursor: string }>(
    "GET",
    `${path}?kind=stripe.price&limit=5`,
  );
  expect([json.data.length, typeof json.nextCursor]).toEqual([5, "string"]);
  const wrong = await user.fails("GET", `${path}?kind=stripe.planet`);
  expect(wrong.status).toBe(400);
  expect(wrong.json.error.message).toContain("stripe.price");
});
