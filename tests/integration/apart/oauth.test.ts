import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Clients } from "~/server/connectors/define";
import { stepConnection } from "~/server/engine/step-connection";
import { handleWebhookFetch, handleWebhookRequest } from "~/server/events/door";
import { sandboxFetch } from "~/server/sandbox/app";
import { accountOfToken } from "~/server/sandbox/stripe/oauth";
import { deleteConnection } from "~/server/services/connection/delete";
import { getConnection } from "~/server/services/connection/get";
import { getConnectionRow } from "~/server/services/connection/internal";
import { beginOAuth } from "~/server/services/connection/oauth/begin";
import { oauthConfig } from "~/server/services/connection/oauth/config";
import { finishOAuth } from "~/server/services/connection/oauth/finish";
import { openFresh } from "~/server/services/connection/oauth/fresh";
import { takeState } from "~/server/services/connection/oauth/take-state";
import { askToken } from "~/server/services/connection/oauth/token";
import { sealCredentials, unlock } from "~/server/services/connection/open";
import { openClient } from "~/server/services/connection/open-client";
import { rotateSecret } from "~/server/services/connection/rotate-secret";
import type { StripeCredentials } from "~/server/services/connection/schemas";
import { updateConnection } from "~/server/services/connection/update";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { deleteRecipe } from "~/server/services/recipe/delete";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { actInSandbox } from "~/server/services/sandbox/act";
import { authorizeSandbox, withdrawSandbox } from "~/server/services/sandbox/authorize";
import { openSandboxKeys } from "~/tests/support/sandbox";
import { signEvent } from "~/tests/support/stripe";
import { makeWorkspace } from "~/tests/support/workspace";

// The sandbox's OAuth server and API are the install's own, whose port is read when the environment is loaded.
const port = Number(process.env.PORT);
vi.hoisted(() => {
  process.env.STRIPE_OAUTH_CLIENT_ID = "sandbox";
});

let server: Server;
let ctx: ServiceContext;
/** Questions to the token endpoint so far. */
let tokens = 0;

beforeAll(async () => {
  const sandbox = getRequestListener(sandboxFetch, { overrideGlobalObjects: false });
  server = createServer((request, response) => {
    if (request.url === "/sandbox/oauth/token") tokens += 1;
    const isDoor = request.url?.startsWith("/api/webhooks/");
    void (isDoor ? handleWebhookRequest(request, response) : sandbox(request, response));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(async () => {
  ctx = await makeWorkspace();
});

/** Begins, and lets the account's owner allow it; returns what the browser brings back. */
async function allowed(connectionId?: string, owner = ctx) {
  const { url, browser } = await beginOAuth(ctx, { connectionId });
  const query = new URL(url).searchParams;
  const back = await authorizeSandbox(owner, {
    clientId: query.get("client_id") ?? "",
    redirectUri: query.get("redirect_uri") ?? "",
    state: query.get("state") ?? "",
    scope: query.get("scope") ?? "",
    challenge: query.get("code_challenge"),
  });
  const { searchParams } = new URL(back.url);
  return { state: searchParams.get("state") ?? "", code: searchParams.get("code") ?? "", browser };
}

const who = (browser: string) => ({ userId: ctx.actor.id, browser });

async function connect(connectionId?: string, owner = ctx) {
  const { state, code, browser } = await allowed(connectionId, owner);
  return finishOAuth(ctx, await takeState(state, who(browser)), code);
}

const credentialsOf = async (id: string) =>
  unlock(await getConnectionRow(ctx, id)).credentials as StripeCredentials;

async function keep(id: string, credentials: StripeCredentials): Promise<void> {
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  await ctx.db.connection.update({ where, data: { credentials: sealCredentials(ctx, id, credentials) } });
}

/** Makes the access token end, as an hour later. */
async function age(id: string): Promise<StripeCredentials> {
  const credentials = await credentialsOf(id);
  if (!credentials.oauth) throw new Error("not connected by OAuth");
  const old = { ...credentials, oauth: { ...credentials.oauth, expiresAt: new Date().toISOString() } };
  await keep(id, old);
  return old;
}

async function live(connection: string): Promise<string> {
  const { id } = await createRecipe(ctx, {
    name: "Welcome",
    definition: {
      version: 1,
      trigger: { type: "stripe.event", connection, config: { events: ["customer.created"] } },
      steps: [{ id: "only", kind: "filter", when: { left: "{{ trigger.id }}", op: "exists" } }],
    },
  });
  await publishRecipe(ctx, { id });
  return id;
}

test("what the owner allowed is a connection that works, with its scopes, its webhook endpoint and its events", async () => {
  const made = await connect();
  expect(made).toMatchObject({
    app: "stripe",
    status: "connected",
    mode: "test",
    scopes: "read_write",
    sandbox: false,
  });
  expect(JSON.stringify(made)).not.toMatch(/sk_test_oauth|rt_/);
  const recipeId = await live(made.id);
  await actInSandbox(ctx, { action: "new_customer", email: "ada@example.com" });
  const runs = await ctx.db.run.findMany({ where: { workspaceId: ctx.workspaceId, recipeId } });
  expect(runs).toHaveLength(1);
  const client = openClient(unlock(await getConnectionRow(ctx, made.id))) as Clients["stripe"];
  expect((await client.customers.list({ limit: 1 })).data).toHaveLength(1);
});

test("a state is good once, for who began it, in the browser that began it, and for 15 minutes", async () => {
  const used = await allowed();
  await takeState(used.state, who(used.browser));
  await expect(takeState(used.state, who(used.browser))).rejects.toMatchObject({ code: "invalid_input" });

  const stolen = await allowed();
  await expect(takeState(stolen.state, who("another browser"))).rejects.toMatchObject({
    code: "invalid_input",
  });
  await expect(takeState(stolen.state, who(stolen.browser))).rejects.toMatchObject({ code: "invalid_input" });

  const [other, late] = [await allowed(), await allowed()];
  const stranger = await makeWorkspace();
  await expect(
    takeState(other.state, { userId: stranger.actor.id, browser: other.browser }),
  ).rejects.toMatchObject({ code: "invalid_input" });
  await ctx.db.oAuthState.updateMany({
    where: { workspaceId: ctx.workspaceId },
    data: { expiresAt: new Date(0) },
  });
  await expect(takeState(late.state, who(late.browser))).rejects.toMatchObject({ code: "invalid_input" });
  await expect(takeState("made up", who("x"))).rejects.toMatchObject({ code: "invalid_input" });
});

test("a code is worth nothing without the verifier that belongs to it, nor a second time", async () => {
  const { state, code, browser } = await allowed();
  const taken = await takeState(state, who(browser));
  await expect(finishOAuth(ctx, { ...taken, verifier: "guessed" }, code)).rejects.toMatchObject({
    code: "connection_rejected",
  });
  await expect(finishOAuth(ctx, taken, code)).rejects.toMatchObject({ code: "connection_rejected" });
  expect(
    await ctx.db.connection.count({ where: { workspaceId: ctx.workspaceId, scopes: { not: null } } }),
  ).toBe(0);
});

test("connecting the same account again keeps the connection, its recipes and its one endpoint", async () => {
  const first = await connect();
  const recipeId = await live(first.id);
  const again = await connect();
  const reconnected = await connect(first.id);
  expect([again.id, reconnected.id]).toEqual([first.id, first.id]);
  expect(reconnected.webhookUrl).toBe(first.webhookUrl);
  await actInSandbox(ctx, { action: "new_customer" });
  expect(await ctx.db.run.count({ where: { workspaceId: ctx.workspaceId, recipeId } })).toBe(1);
  const client = openClient(unlock(await getConnectionRow(ctx, first.id))) as Clients["stripe"];
  expect((await client.webhookEndpoints.list()).data.map(({ url }) => url)).toEqual([first.webhookUrl]);
});

test("another account is never put in the place of a connection's own", async () => {
  const made = await connect();
  const stranger = await makeWorkspace();
  await expect(connect(made.id, stranger)).rejects.toMatchObject({ code: "conflict" });
  expect(await getConnection(ctx, { id: made.id })).toMatchObject({ status: "connected" });
});

test("many calls that find the token ended renew it once, and the old refresh token is worth nothing", async () => {
  const { id } = await connect();
  const old = await age(id);
  const before = tokens;
  const opened = await Promise.all(Array.from({ length: 8 }, () => stepConnection(ctx.workspaceId, id)));
  expect(tokens - before).toBe(1);
  const keys = new Set(
    opened.map(({ opened: { credentials } }) => (credentials as StripeCredentials).apiKey),
  );
  expect(keys.size).toBe(1);
  expect(keys.has(old.apiKey)).toBe(false);
  const config = oauthConfig();
  if (!config) throw new Error("no OAuth here");
  const replay = { grant_type: "refresh_token", refresh_token: old.oauth?.refreshToken ?? "" };
  await expect(askToken(config, replay)).rejects.toMatchObject({ code: "connection_rejected" });
  await age(id);
  await expect(openFresh(await getConnectionRow(ctx, id))).resolves.toMatchObject({ app: "stripe" });
});

test("a refused renewal says on the connection what to do; reconnecting mends it", async () => {
  const { id } = await connect();
  const old = await age(id);
  await keep(id, {
    ...old,
    oauth: { accountId: "", expiresAt: null, grantedAt: "", ...old.oauth, refreshToken: "rt_used_before" },
  });
  const held = await stepConnection(ctx.workspaceId, id);
  expect(held.hold).toMatch(/Connect with Stripe again/);
  const asked = tokens;
  // Nobody asks again with a grant that is no more.
  await expect(stepConnection(ctx.workspaceId, id)).resolves.toMatchObject({ hold: held.hold });
  expect(tokens).toBe(asked);
  expect(await getConnection(ctx, { id })).toMatchObject({
    status: "failing",
    statusDetail: expect.stringMatching(/Connect with Stripe again/),
  });
  expect(await connect(id)).toMatchObject({ id, status: "connected" });
});

test("access that is withdrawn at Stripe is forgotten here, and recipes wait for the next connecting", async () => {
  const { id } = await connect();
  const recipeId = await live(id);
  await withdrawSandbox(ctx);
  expect(await getConnection(ctx, { id })).toMatchObject({
    status: "failing",
    statusDetail: expect.stringMatching(/withdrew/),
  });
  expect(await credentialsOf(id)).toMatchObject({ apiKey: "" });
  await expect(live(id)).rejects.toMatchObject({
    code: "recipe_invalid",
    details: {
      problems: [{ path: "trigger.connection", message: expect.stringMatching(/any more.*withdrew/) }],
    },
  });
  expect(await connect()).toMatchObject({ id, status: "connected" });
  await actInSandbox(ctx, { action: "new_customer" });
  expect(await ctx.db.run.count({ where: { workspaceId: ctx.workspaceId, recipeId } })).toBe(1);
});

test("nobody but Stripe can tell that access was withdrawn", async () => {
  const { id } = await connect();
  const row = await getConnectionRow(ctx, id);
  const event = { id: "evt_1", type: "account.application.deauthorized", account: row.accountId };
  const { body, signature } = signEvent(event, "whsec_guessed");
  const request = new Request("http://door/api/webhooks/stripe-app", {
    method: "POST",
    body,
    headers: { "stripe-signature": signature },
  });
  expect((await handleWebhookFetch(request)).status).toBe(400);
  expect(await getConnection(ctx, { id })).toMatchObject({ status: "connected" });
});

test("disconnecting gives the access back", async () => {
  const { id } = await connect();
  const client = openClient(unlock(await getConnectionRow(ctx, id))) as Clients["stripe"];
  await deleteConnection(ctx, { id });
  await expect(client.customers.list()).rejects.toMatchObject({ statusCode: 401 });
});

test("the authorise page serves this install's own application and address only", async () => {
  const { url } = await beginOAuth(ctx, {});
  const query = new URL(url).searchParams;
  const asked = {
    clientId: query.get("client_id") ?? "",
    redirectUri: query.get("redirect_uri") ?? "",
    state: "s",
    scope: "",
    challenge: null,
  };
  for (const wrong of [{ clientId: "ca_other" }, { redirectUri: "https://evil.example/callback" }])
    await expect(authorizeSandbox(ctx, { ...asked, ...wrong })).rejects.toMatchObject({
      code: "invalid_input",
    });
});

test("disconnecting gives the access back though its token had ended", async () => {
  const { id } = await connect();
  const other = await connect(id);
  const { apiKey } = await credentialsOf(other.id);
  await age(id);
  await deleteConnection(ctx, { id });
  expect(await accountOfToken(apiKey)).toBeNull();
});

test("a withdrawal that comes late, or of the other mode, ends no newer access", async () => {
  const { id } = await connect();
  const { accountId: account } = await getConnectionRow(ctx, id);
  const tell = async (event: object) => {
    const type = "account.application.deauthorized";
    const { body, signature } = signEvent(
      { id: "evt_1", type, account, ...event },
      oauthConfig()?.webhookSecret ?? "",
    );
    const headers = { "stripe-signature": signature };
    const sent = new Request("http://door/api/webhooks/stripe-app", { method: "POST", body, headers });
    return (await (await handleWebhookFetch(sent)).json()) as object;
  };
  const now = Math.floor(Date.now() / 1000);
  expect(await tell({ created: now - 3600, livemode: false })).toMatchObject({ connections: 0 });
  expect(await tell({ created: now + 1, livemode: true })).toMatchObject({ connections: 0 });
  expect(await getConnection(ctx, { id })).toMatchObject({ status: "connected" });
  expect(await tell({ created: now + 1, livemode: false })).toMatchObject({ connections: 1 });
});

test("reconnecting while a renewal is under way keeps the new grant", async () => {
  const { id } = await connect();
  await age(id);
  const [, reconnected] = await Promise.all([
    openFresh(await getConnectionRow(ctx, id)).catch(() => null),
    connect(id),
  ]);
  expect(reconnected).toMatchObject({ status: "connected" });
  const { apiKey } = await credentialsOf(id);
  expect(await accountOfToken(apiKey)).not.toBeNull();
});

test("changing the signing secret while a token is renewed loses neither", async () => {
  const { id } = await connect();
  const old = await age(id);
  await Promise.all([
    openFresh(await getConnectionRow(ctx, id)),
    rotateSecret(ctx, { id, webhookSecret: "whsec_rolled" }),
    rotateSecret(ctx, { id, webhookSecret: "whsec_rolled" }),
  ]);
  const kept = await credentialsOf(id);
  expect(kept.webhookSecret).toBe("whsec_rolled");
  expect(kept.apiKey).not.toBe(old.apiKey);
});

test("a key that somebody pastes takes the place of what was granted, for good", async () => {
  const { id } = await connect();
  const { stripe } = await openSandboxKeys(ctx);
  await updateConnection(ctx, { id, credentials: { apiKey: stripe.apiKey } });
  expect(await credentialsOf(id)).toMatchObject({ apiKey: stripe.apiKey });
  expect((await credentialsOf(id)).oauth).toBeUndefined();
  expect(await getConnection(ctx, { id })).not.toHaveProperty("scopes");
});

test("a secret of ours that Stripe refuses is no reason to tell people to connect again", async () => {
  const { id } = await connect();
  const { oauth } = await credentialsOf(id);
  const config = oauthConfig();
  if (!config) throw new Error("no OAuth here");
  const form = { grant_type: "refresh_token", refresh_token: oauth?.refreshToken ?? "" };
  const refused = askToken({ ...config, clientSecret: "sk_wrong" }, form);
  await expect(refused).rejects.toThrow(/invalid_client/);
  await expect(refused).rejects.not.toMatchObject({ code: "connection_rejected" });
  await expect(askToken(config, form)).resolves.toMatchObject({ mode: "test" });
});

test("a recipe can be paused and deleted though its connection's access has ended", async () => {
  const { id } = await connect();
  const [paused, deleted] = [await live(id), await live(id)];
  const old = await age(id);
  await keep(id, {
    ...old,
    oauth: { accountId: "", expiresAt: null, grantedAt: "", ...old.oauth, refreshToken: null },
  });
  expect(await pauseRecipe(ctx, { id: paused })).toMatchObject({ status: "paused" });
  await deleteRecipe(ctx, { id: deleted });
});
