import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ingestStripe } from "~/server/events/ingest";
import { checkConnection } from "~/server/services/connection/check";
import { createConnection } from "~/server/services/connection/create";
import { rotateSecret } from "~/server/services/connection/rotate-secret";
import { updateConnection } from "~/server/services/connection/update";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { deleteRecipe } from "~/server/services/recipe/delete";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { resumeRecipe } from "~/server/services/recipe/resume";
import { updateRecipe } from "~/server/services/recipe/update";
import { type Accounts, serveAccounts } from "~/tests/support/accounts";
import { signEvent } from "~/tests/support/stripe";
import { makeWorkspace } from "~/tests/support/workspace";

const TYPES = [
  "customer.created",
  "customer.updated",
  "customer.deleted",
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "invoice.paid",
  "invoice.payment_failed",
  "charge.refunded",
  "checkout.session.completed",
];
const typeOf = (index: number) => TYPES[index % TYPES.length] ?? "";

let accounts: Accounts;
let ctx: ServiceContext;
let connection: string;
let token: string;

beforeAll(async () => {
  accounts = await serveAccounts();
});
afterAll(() => accounts.stop());
beforeEach(async () => {
  accounts.webhookEndpoints = [];
  accounts.refuse.clear();
  accounts.meanwhile = null;
  accounts.asked.length = 0;
  ctx = await makeWorkspace();
  const made = await createConnection(ctx, shop());
  connection = made.id;
  token = made.webhookUrl?.split("/").at(-1) ?? "";
});

const shop = (apiKey = "sk_test_good") => ({
  app: "stripe" as const,
  name: "Shop",
  credentials: { apiKey },
  endpoints: accounts.endpoints.stripe,
});

const definition = (events: string[]) => ({
  version: 1,
  trigger: { type: "stripe.event", connection, config: { events } },
  steps: [{ id: "only", kind: "filter", when: { left: "{{ trigger.type }}", op: "exists" } }],
  settings: { order: "none" },
});

async function recipe(events: string[]): Promise<string> {
  const { id } = await createRecipe(ctx, { name: events.join(), definition: definition(events) });
  return id;
}

const listensTo = () => accounts.webhookEndpoints[0]?.enabled_events;

let sent = 0;
/** What Stripe does with something that happened: it delivers it if the endpoint is told to. */
async function happens(type: string, secret = "whsec_made_by_stripe"): Promise<number | "not sent"> {
  if (!listensTo()?.includes(type)) return "not sent";
  sent += 1;
  const event = {
    id: `evt_${ctx.workspaceId}_${sent}`,
    type,
    created: 1_700_000_000,
    data: { object: { id: "x" } },
  };
  const { body, signature } = signEvent(event, secret);
  return (await ingestStripe({ endpointToken: token, signature, body: Buffer.from(body) })).runs;
}

test("20 recipes published, edited and paused at once: one endpoint, their union, and no delivery lost meanwhile", async () => {
  expect(listensTo()).toEqual(["account.updated"]);
  const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => recipe([typeOf(index)])));
  const steady = await recipe(["payout.paid"]);
  await publishRecipe(ctx, { id: steady });
  const delivered: (number | "not sent")[] = [];
  accounts.meanwhile = async () => void delivered.push(await happens("payout.paid"));

  await Promise.all(
    ids.map(async (id, index) => {
      await publishRecipe(ctx, { id });
      // From the moment that it is live, what it waits for arrives.
      expect(await happens(typeOf(index))).toBeGreaterThanOrEqual(1);
    }),
  );
  expect(listensTo()).toEqual([...TYPES, "payout.paid"].sort());

  await Promise.all(
    ids.slice(0, 10).map(async (id, index) => {
      const events = [typeOf(index), "charge.dispute.created"];
      await updateRecipe(ctx, { id, definition: definition(events) });
      await publishRecipe(ctx, { id });
      for (const type of events) expect(await happens(type)).toBeGreaterThanOrEqual(1);
    }),
  );
  expect(listensTo()).toEqual([...TYPES, "charge.dispute.created", "payout.paid"].sort());

  await Promise.all(ids.slice(1).map((id) => pauseRecipe(ctx, { id })));
  expect(listensTo()).toEqual([typeOf(0), "charge.dispute.created", "payout.paid"].sort());
  await resumeRecipe(ctx, { id: ids[6] ?? "" });
  expect(listensTo()).toContain("invoice.paid");
  await deleteRecipe(ctx, { id: ids[6] ?? "" });
  expect(listensTo()).not.toContain("invoice.paid");

  expect(accounts.webhookEndpoints).toHaveLength(1);
  expect(delivered.length).toBeGreaterThan(10);
  expect(delivered.filter((runs) => runs !== 1)).toEqual([]);
});

test("a change that needs no other events does not bother Stripe", async () => {
  await publishRecipe(ctx, { id: await recipe(["invoice.paid"]) });
  accounts.asked.length = 0;
  const second = await recipe(["invoice.paid"]);
  await publishRecipe(ctx, { id: second });
  await pauseRecipe(ctx, { id: second });
  expect(accounts.asked).toEqual([]);
});

test("all types of one recipe are all types of the endpoint", async () => {
  await publishRecipe(ctx, { id: await recipe(["invoice.paid"]) });
  const all = await recipe(["*"]);
  await publishRecipe(ctx, { id: all });
  expect(listensTo()).toEqual(["*"]);
  await pauseRecipe(ctx, { id: all });
  expect(listensTo()).toEqual(["invoice.paid"]);
});

test("a Stripe that refuses keeps the recipe from going live, with what to do about it", async () => {
  const id = await recipe(["invoice.paid"]);
  accounts.refuse.set("POST /v1/webhook_endpoints/we_1", 403);
  await expect(publishRecipe(ctx, { id })).rejects.toMatchObject({
    code: "connection_rejected",
    message: expect.stringContaining("Webhook Endpoints: Write"),
  });
  const row = await ctx.db.recipe.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
  });
  expect(row.status).toBe("draft");
});

test("a Stripe that refuses keeps nobody from pausing; the next check drops what is not needed", async () => {
  const id = await recipe(["invoice.paid"]);
  await publishRecipe(ctx, { id });
  accounts.refuse.set("POST /v1/webhook_endpoints/we_1", 500);
  await pauseRecipe(ctx, { id });
  expect(listensTo()).toEqual(["invoice.paid"]);
  accounts.refuse.clear();
  await checkConnection(ctx, { id: connection });
  expect(listensTo()).toEqual(["account.updated"]);
});

test("an endpoint that somebody deleted at Stripe is made again at the next publish", async () => {
  accounts.webhookEndpoints = [];
  await publishRecipe(ctx, { id: await recipe(["invoice.paid"]) });
  expect(accounts.webhookEndpoints).toHaveLength(1);
  expect(await happens("invoice.paid")).toBe(1);
});

test("two first connects of one account at once leave one endpoint and one connection", async () => {
  accounts.webhookEndpoints = [];
  ctx = await makeWorkspace();
  const both = await Promise.all([
    createConnection(ctx, shop()),
    createConnection(ctx, shop("sk_test_good-too")),
  ]);
  expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  expect(accounts.webhookEndpoints).toHaveLength(1);
});

test("the version that events come in is pinned and shown", async () => {
  const { json } = { json: await checkConnection(ctx, { id: connection }) };
  const { form } = accounts.asked.find(({ method }) => method === "POST") ?? {
    form: {} as Record<string, string>,
  };
  expect(json.webhookApiVersion).toMatch(/^20\d\d-/);
  expect(form.api_version).toBe(json.webhookApiVersion);
  expect(json.webhookEvents).toEqual(["account.updated"]);
});

test.each([
  ["on the page", rotateSecret],
  [
    "with other keys",
    (by: typeof ctx, { id, webhookSecret }: { id: string; webhookSecret: string }) =>
      updateConnection(by, { id, credentials: { webhookSecret } }),
  ],
])("a signing secret changed %s is taken at once, and the one before for a while", async (_, change) => {
  await publishRecipe(ctx, { id: await recipe(["invoice.paid"]) });
  await change(ctx, { id: connection, webhookSecret: "whsec_new" });
  expect(await happens("invoice.paid", "whsec_new")).toBe(1);
  expect(await happens("invoice.paid")).toBe(1);
  await expect(happens("invoice.paid", "whsec_other")).rejects.toMatchObject({ code: "bad_signature" });
  await change(ctx, { id: connection, webhookSecret: "whsec_newer" });
  await expect(happens("invoice.paid")).rejects.toMatchObject({ code: "bad_signature" });
});

test("a recipe that asks Stripe by itself changes nothing of what Stripe sends", async () => {
  await publishRecipe(ctx, { id: await recipe(["invoice.paid"]) });
  accounts.asked.length = 0;
  for (const [type, config] of [
    ["stripe.object.poll", { object: "customers" }],
    ["stripe.poll", { events: ["customer.created"] }],
  ] as const) {
    const asking = { ...definition([]), trigger: { type, connection, config } };
    const { id } = await createRecipe(ctx, { name: type, definition: asking });
    await publishRecipe(ctx, { id });
    await pauseRecipe(ctx, { id });
    await resumeRecipe(ctx, { id });
  }
  expect(accounts.asked.filter(({ path }) => path.startsWith("/v1/webhook_endpoints"))).toEqual([]);
  expect(listensTo()).toEqual(["invoice.paid"]);
});
