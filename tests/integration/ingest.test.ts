import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { handleWebhookFetch, handleWebhookRequest } from "~/server/events/door";
import { createConnection } from "~/server/services/connection/create";
import { deleteConnection } from "~/server/services/connection/delete";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { postEvent, postRaw, signEvent } from "~/tests/support/stripe";
import { makeWorkspace } from "~/tests/support/workspace";

const SECRET = "whsec_ingest";
const MEGABYTE = 1024 * 1024;

let server: Server;
let origin: string;
let ctx: ServiceContext;
let stripe: { id: string; url: string };

async function connectStripe(owner: ServiceContext, webhookSecret: string) {
  const credentials = { apiKey: "sk_test_ingest", webhookSecret };
  const made = await createConnection(
    owner,
    { app: "stripe", name: "Stripe", credentials },
    { verify: false },
  );
  return { id: made.id, url: origin + new URL(made.webhookUrl ?? "").pathname };
}

async function liveRecipe(mode: "live" | "shadow" = "live"): Promise<string> {
  const step = { id: "vip", kind: "filter", when: { left: "{{ trigger.data.object.email }}", op: "exists" } };
  const trigger = { type: "stripe.event", connection: stripe.id, config: { events: ["customer.created"] } };
  const { id } = await createRecipe(ctx, {
    name: "Ingest",
    definition: { version: 1, trigger, steps: [step] },
  });
  await publishRecipe(ctx, { id, mode });
  return id;
}

let counter = 0;
const event = (more: object = {}) => {
  counter += 1;
  const data = { object: { id: "cus_1", object: "customer", email: "a@example.com" } };
  const created = 1_790_000_000;
  return { id: `evt_${counter}`, object: "event", type: "customer.created", created, data, ...more };
};

const stored = () => ctx.db.event.count({ where: { workspaceId: ctx.workspaceId } });
const runs = () => ctx.db.run.findMany({ where: { workspaceId: ctx.workspaceId } });
const jobs = async () => {
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs j JOIN "Run" r ON j.key = 'run:' || r."id"
    WHERE r."workspaceId" = ${ctx.workspaceId}::uuid`;
  return row?.count;
};

beforeAll(async () => {
  server = createServer((incoming, response) => void handleWebhookRequest(incoming, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(async () => {
  ctx = await makeWorkspace();
  stripe = await connectStripe(ctx, SECRET);
});

test("an event is stored as received, with one run and one job for each live recipe that listens", async () => {
  await liveRecipe();
  await liveRecipe("shadow");
  await pauseRecipe(ctx, { id: await liveRecipe() });
  const sent = event();
  const response = await postEvent(stripe.url, sent, SECRET);
  expect(response.status).toBe(200);
  const row = await ctx.db.event.findFirstOrThrow({ where: { workspaceId: ctx.workspaceId } });
  expect(row).toMatchObject({ externalId: sent.id, type: sent.type, fate: "ran", payload: sent });
  expect(row.occurredAt.toISOString()).toBe("2026-09-21T14:13:20.000Z");
  const made = await runs();
  expect(made.map(({ mode, dryRun }) => `${mode} ${dryRun}`).sort()).toEqual(["live false", "shadow true"]);
  expect(await jobs()).toBe(2);
});

test("fifty deliveries of one event at once make one event and one run", async () => {
  await liveRecipe();
  const sent = event();
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const response = await postEvent(stripe.url, sent, SECRET);
      return { status: response.status, ...((await response.json()) as { seen: boolean }) };
    }),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(answers.filter(({ seen }) => !seen)).toHaveLength(1);
  expect([await stored(), (await runs()).length, await jobs()]).toEqual([1, 1, 1]);
});

test("an event that no recipe listens to is kept as unmatched", async () => {
  await liveRecipe();
  await postEvent(stripe.url, event({ type: "invoice.paid" }), SECRET);
  const row = await ctx.db.event.findFirstOrThrow({ where: { workspaceId: ctx.workspaceId } });
  expect(row.fate).toBe("unmatched");
  expect(await runs()).toEqual([]);
});

test("during a rotation any one matching v1 value is enough", async () => {
  const { body, signature } = signEvent(event(), SECRET);
  const [time, right] = signature.split(",");
  const wrong = `v1=${"0".repeat(64)}`;
  expect((await postRaw(stripe.url, body, `${time},${wrong},${right}`)).status).toBe(200);
  const again = signEvent(event(), SECRET);
  const [otherTime, otherRight] = again.signature.split(",");
  expect((await postRaw(stripe.url, again.body, `${otherTime},${otherRight},${wrong}`)).status).toBe(200);
});

test.each([
  ["no signature", (body: string) => ({ body, signature: undefined })],
  ["a broken header", (body: string) => ({ body, signature: "t=now,v1=" })],
  ["another secret", (body: string) => signEvent(JSON.parse(body), "whsec_other")],
  ["a stale time", (body: string) => signEvent(JSON.parse(body), SECRET, new Date(Date.now() - 301_000))],
  [
    "a changed body",
    (body: string) => ({ ...signEvent(JSON.parse(body), SECRET), body: body.replace("a@", "b@") }),
  ],
])("%s gets 400 and stores nothing", async (_name, forge) => {
  const { body, signature } = forge(JSON.stringify(event()));
  const response = await postRaw(stripe.url, body, signature);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: "bad_signature" } });
  expect(await stored()).toBe(0);
});

test("another tenant's secret does not open this endpoint", async () => {
  const other = await makeWorkspace();
  const theirs = await connectStripe(other, "whsec_theirs");
  expect((await postEvent(stripe.url, event(), "whsec_theirs")).status).toBe(400);
  expect((await postEvent(theirs.url, event(), "whsec_theirs")).status).toBe(200);
  expect(await stored()).toBe(0);
});

test("the same event id of two accounts is two events", async () => {
  const second = await connectStripe(ctx, SECRET);
  const sent = event();
  await postEvent(stripe.url, sent, SECRET);
  await postEvent(second.url, sent, SECRET);
  expect(await stored()).toBe(2);
});

test.each([
  ["text", "hello"],
  ["a list", []],
  ["an object without id", { type: "customer.created", created: 1 }],
  ["a negative time", { id: "evt_x", type: "x", created: -1 }],
])("a signed body that is no event (%s) gets 400 with a reason", async (_name, body) => {
  const signed = signEvent(body as object, SECRET);
  const response = await postRaw(stripe.url, signed.body, signed.signature);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: "invalid_input" } });
  expect(await stored()).toBe(0);
});

test("unknown and deleted endpoints, and other methods, get 404", async () => {
  expect((await postEvent(`${origin}/api/webhooks/stripe/nope`, event(), SECRET)).status).toBe(404);
  expect((await fetch(stripe.url)).status).toBe(404);
  await deleteConnection(ctx, { id: stripe.id });
  expect((await postEvent(stripe.url, event(), SECRET)).status).toBe(404);
});

test("a body of 1 MB is taken, a larger one gets 413, announced or not", async () => {
  const small = event();
  const room = MEGABYTE - Buffer.byteLength(JSON.stringify({ ...small, pad: "" }));
  expect((await postEvent(stripe.url, { ...small, pad: "x".repeat(room) }, SECRET)).status).toBe(200);
  const large = { ...event(), pad: "x".repeat(room + 1) };
  expect((await postEvent(stripe.url, large, SECRET)).status).toBe(413);
  const { body, signature } = signEvent(large, SECRET);
  const chunked = request(stripe.url, { method: "POST", headers: { "stripe-signature": signature } });
  chunked.write(body.slice(0, 1000));
  chunked.end(body.slice(1000));
  const [response] = await once(chunked, "response");
  expect(response.statusCode).toBe(413);
  expect(await stored()).toBe(1);
});

test("a body that breaks off stores nothing, and the door goes on", async () => {
  const { body, signature } = signEvent(event(), SECRET);
  const { hostname, port, pathname } = new URL(stripe.url);
  const socket = connect(Number(port), hostname);
  const ended = new Promise<void>((resolve) => server.once("connection", (c) => c.once("close", resolve)));
  const head = `POST ${pathname} HTTP/1.1\r\nhost: x\r\nstripe-signature: ${signature}\r\ncontent-length: ${body.length}\r\n\r\n`;
  socket.write(head + body.slice(0, 40), () => socket.destroy());
  await ended;
  expect((await postEvent(stripe.url, event(), SECRET)).status).toBe(200);
  expect(await stored()).toBe(1);
});

test("a fault of ours gets 500 without details and leaves nothing half-written", async () => {
  const recipe = await liveRecipe();
  // The insert of the run fails: the event must not stay behind.
  await ctx.db.$executeRawUnsafe(`ALTER TABLE "Run" ADD CONSTRAINT fault CHECK ("recipeId" <> '${recipe}')`);
  const response = await postEvent(stripe.url, event(), SECRET);
  await ctx.db.$executeRaw`ALTER TABLE "Run" DROP CONSTRAINT fault`;
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/constraint|Run/);
  expect([await stored(), (await runs()).length]).toEqual([0, 0]);
});

test("the Next route is the same door", async () => {
  await liveRecipe();
  const { body, signature } = signEvent(event(), SECRET);
  const init = { method: "POST", headers: { "stripe-signature": signature }, body };
  expect((await handleWebhookFetch(new Request(stripe.url, init))).status).toBe(200);
  expect(await (await handleWebhookFetch(new Request(stripe.url, init))).json()).toMatchObject({
    seen: true,
  });
  const forged = { ...init, headers: { "stripe-signature": "t=1,v1=0" } };
  expect((await handleWebhookFetch(new Request(stripe.url, forged))).status).toBe(400);
  expect((await runs()).length).toBe(1);
});
