import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { handleWebhookFetch } from "~/server/events/door";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { deleteRecipe } from "~/server/services/recipe/delete";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { setHookSecret } from "~/server/services/recipe/set-hook-secret";
import { updateRecipe } from "~/server/services/recipe/update";
import { signEvent } from "~/tests/support/stripe";
import { makeWorkspace } from "~/tests/support/workspace";

const SECRET = "a secret of the caller";

let ctx: ServiceContext;
beforeEach(async () => {
  ctx = await makeWorkspace();
});

const definition = (config: object) => ({
  version: 1,
  trigger: { type: "webhook", config },
  steps: [{ id: "only", kind: "filter", when: { left: "{{ trigger.data.method }}", op: "exists" } }],
});

async function hook(
  config: object,
  { secret = SECRET, live = true } = {},
): Promise<{ id: string; url: string }> {
  const { id, hook: made } = await createRecipe(ctx, { name: "Hook", definition: definition(config) });
  if (secret) await setHookSecret(ctx, { id, secret });
  if (live) await publishRecipe(ctx, { id });
  return { id, url: made?.url ?? "" };
}

interface Sent {
  body?: string | undefined;
  headers?: Record<string, string>;
  method?: string;
}

async function call(url: string, { body, headers = {}, method = "POST" }: Sent = {}) {
  const json =
    body === undefined ? {} : { body, headers: { "content-type": "application/json", ...headers } };
  const response = await handleWebhookFetch(new Request(url, { method, headers, ...json }));
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

const events = () =>
  ctx.db.event.findMany({
    where: { workspaceId: ctx.workspaceId },
    include: { runs: true },
    orderBy: { id: "asc" },
  });
const order = (id: string) => JSON.stringify({ id, email: "ada@example.com" });

describe("who may call", () => {
  const sign = (algorithm: string, encoding: "hex" | "base64", body: string) =>
    createHmac(algorithm, SECRET).update(body).digest(encoding);
  const body = order("o_1");

  test.each<[string, object, Record<string, string>]>([
    ["a header", { auth: "header", header: "X-Key" }, { "x-key": SECRET }],
    [
      "a bearer token",
      { auth: "header", header: "Authorization", prefix: "Bearer " },
      { authorization: `Bearer ${SECRET}` },
    ],
    [
      "a signature",
      { auth: "hmac", header: "X-Sig" },
      { "x-sig": sign("sha256", "hex", body).toUpperCase() },
    ],
    [
      "a signature with a prefix",
      { auth: "hmac", header: "X-Sig", prefix: "sha256=" },
      { "x-sig": `sha256=${sign("sha256", "hex", body)}` },
    ],
    [
      "SHA-1 in base64",
      { auth: "hmac", header: "X-Sig", algorithm: "sha1", encoding: "base64" },
      { "x-sig": sign("sha1", "base64", body) },
    ],
    [
      "Stripe's way",
      { auth: "stripe" },
      { "stripe-signature": signEvent(JSON.parse(body), SECRET).signature },
    ],
  ])("%s opens the address, and nothing else does", async (_, config, headers) => {
    const { url } = await hook(config);
    for (const wrong of [
      {},
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}0`])),
    ]) {
      expect(await call(url, { body, headers: wrong })).toMatchObject({
        status: 400,
        json: { error: { code: "bad_signature" } },
      });
    }
    expect(await events()).toEqual([]);
    expect(await call(url, { body, headers })).toMatchObject({
      status: 200,
      json: { received: true, runs: 1 },
    });
    const payloads = (await events()).map(({ payload }) => JSON.stringify(payload).toLowerCase());
    for (const hidden of [SECRET, ...Object.keys(headers)]) expect(payloads.join()).not.toContain(hidden);
  });

  test("a recipe that wants a secret and has none takes nothing, and cannot go live", async () => {
    const { id, url } = await hook({ auth: "header", header: "X-Key" }, { secret: "", live: false });
    expect(await call(url, { body, headers: { "x-key": "" } })).toMatchObject({ status: 400 });
    await expect(publishRecipe(ctx, { id })).rejects.toMatchObject({ code: "recipe_invalid" });
  });

  test("an address that nobody has, a deleted recipe's, and a recipe that is started otherwise now are not there", async () => {
    const gone = await hook({ auth: "none" });
    await deleteRecipe(ctx, { id: gone.id });
    const other = await hook({ auth: "none" });
    await updateRecipe(ctx, {
      id: other.id,
      definition: { ...definition({}), trigger: { type: "manual", config: {} } },
    });
    await publishRecipe(ctx, { id: other.id });
    for (const url of [gone.url, other.url, gone.url.replace(/\/[^/]+$/, "/nobody")])
      expect((await call(url, { body })).status).toBe(404);
    expect((await call(other.url, { method: "DELETE" })).status).toBe(404);
  });
});

describe("what arrives", () => {
  test("an equal request starts nothing again; another one does", async () => {
    const { url } = await hook({ auth: "none" });
    expect(await call(url, { body: order("a") })).toMatchObject({ json: { seen: false, runs: 1 } });
    expect(await call(url, { body: order("a") })).toMatchObject({ json: { seen: true, runs: 0 } });
    expect(await call(url, { body: order("b") })).toMatchObject({ json: { seen: false, runs: 1 } });
    expect((await events()).map(({ deliveries, runs }) => [deliveries, runs.length])).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  test("two equal requests at once start one run", async () => {
    const { url } = await hook({ auth: "none" });
    await Promise.all(Array.from({ length: 8 }, () => call(url, { body: order("a") })));
    expect((await events()).map(({ runs }) => runs.length)).toEqual([1]);
  });

  test("what makes requests the same can be said; one that lacks it is refused and stored nowhere", async () => {
    const { url } = await hook({ auth: "none", dedupe: "{{ trigger.data.body.id }}" });
    await call(url, { body: JSON.stringify({ id: "a", at: 1 }) });
    expect(await call(url, { body: JSON.stringify({ id: "a", at: 2 }) })).toMatchObject({
      json: { seen: true },
    });
    expect(await call(url, { body: JSON.stringify({ at: 3 }) })).toMatchObject({
      status: 400,
      json: { error: { code: "invalid_input" } },
    });
    expect(await events()).toHaveLength(1);
  });

  test("a call that says nothing counts every time, and so does every call where that is wanted", async () => {
    const empty = await hook({ auth: "none" });
    await call(empty.url, { method: "GET" });
    await call(empty.url, { method: "GET" });
    expect(await events()).toHaveLength(2);
    const always = await hook({ auth: "none", repeat: "always" });
    await call(always.url, { body: order("a") });
    await call(always.url, { body: order("a") });
    expect(await events()).toHaveLength(4);
  });

  test("query, form and text are data too; broken JSON is refused", async () => {
    const { url } = await hook({ auth: "none" });
    await call(`${url}?plan=pro`, { method: "GET" });
    await call(url, {
      body: "plan=pro&x=1",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    await call(url, { body: "just text", headers: { "content-type": "text/plain" } });
    const data = (await events()).map(
      ({ payload }) => (payload as { data: { query: object; body: unknown } }).data,
    );
    expect(data.map(({ query, body }) => [query, body])).toEqual([
      [{ plan: "pro" }, null],
      [{}, { plan: "pro", x: "1" }],
      [{}, "just text"],
    ]);
    expect((await call(url, { body: '{"id":' })).status).toBe(400);
    expect((await call(url, { body: JSON.stringify({ big: "x".repeat(1024 * 1024) }) })).status).toBe(413);
    expect(await events()).toHaveLength(3);
  });

  test("the answer is what the recipe says, with data of the request", async () => {
    const { url } = await hook({
      auth: "none",
      replyStatus: 202,
      reply: { order: "{{ trigger.data.body.id }}" },
    });
    expect(await call(url, { body: order("a") })).toEqual({ status: 202, json: { order: "a" } });
  });

  test("before a recipe is live, and while it is paused, what arrives is kept and starts nothing", async () => {
    const { id, url } = await hook({ auth: "none" }, { live: false });
    expect(await call(url, { body: order("a") })).toMatchObject({ status: 200, json: { runs: 0 } });
    await publishRecipe(ctx, { id });
    await pauseRecipe(ctx, { id });
    expect(await call(url, { body: order("b") })).toMatchObject({ status: 200, json: { runs: 0 } });
    expect((await events()).map(({ fate }) => fate)).toEqual(["unmatched", "unmatched"]);
  });

  test("a draft's change is not what callers meet until it is published", async () => {
    const { id, url } = await hook({ auth: "none" });
    await updateRecipe(ctx, { id, definition: definition({ auth: "header", header: "X-Key" }) });
    expect((await call(url, { body: order("a") })).status).toBe(200);
    await publishRecipe(ctx, { id });
    expect((await call(url, { body: order("b") })).status).toBe(400);
  });
});
