import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { SendEmailRequest } from "customerio-node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { appOf } from "~/server/connectors/customerio/keys";
import { sampleReport } from "~/server/connectors/customerio/reporting-types";
import type { Clients } from "~/server/connectors/define";
import { handleWebhookFetch, handleWebhookRequest } from "~/server/events/door";
import { sandboxFetch } from "~/server/sandbox/app";
import { createConnection } from "~/server/services/connection/create";
import { deleteConnection } from "~/server/services/connection/delete";
import { getConnection } from "~/server/services/connection/get";
import { getConnectionRow } from "~/server/services/connection/internal";
import { unlock } from "~/server/services/connection/open";
import { openClient } from "~/server/services/connection/open-client";
import { updateConnection } from "~/server/services/connection/update";
import type { ServiceContext } from "~/server/services/context";
import { createRecipe } from "~/server/services/recipe/create";
import { pauseRecipe } from "~/server/services/recipe/pause";
import { publishRecipe } from "~/server/services/recipe/publish";
import { reportInSandbox } from "~/server/services/sandbox/report";
import { openSandboxKeys } from "~/tests/support/sandbox";
import { until } from "~/tests/support/until";
import { makeWorkspace } from "~/tests/support/workspace";

// The sandbox's connections name the install's own port, which is read when the environment is loaded.
const port = Number(process.env.PORT);

let server: Server;
let ctx: ServiceContext;
let keys: Awaited<ReturnType<typeof openSandboxKeys>>;
let key: string;
let url: string;

beforeAll(async () => {
  const sandbox = getRequestListener(sandboxFetch, { overrideGlobalObjects: false });
  server = createServer((request, response) => {
    const isDoor = request.url?.startsWith("/api/webhooks/");
    void (isDoor ? handleWebhookRequest(request, response) : sandbox(request, response));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(async () => {
  ctx = await makeWorkspace();
  keys = await openSandboxKeys(ctx);
  const { credentials } = unlock(await getConnectionRow(ctx, keys.connections.customerio.id));
  key = (credentials as { webhookSigningKey: string }).webhookSigningKey;
  url = keys.connections.customerio.webhookUrl ?? "";
});

async function recipe(events: string[], config: object = {}, connection = keys.connections.customerio.id) {
  const { id } = await createRecipe(ctx, {
    name: events.join(),
    definition: {
      version: 1,
      trigger: { type: "customerio.reporting", connection, config: { events, ...config } },
      steps: [{ id: "only", kind: "filter", when: { left: "{{ trigger.metric }}", op: "exists" } }],
    },
  });
  return id;
}

async function live(events: string[], config: object = {}): Promise<string> {
  const id = await recipe(events, config);
  await publishRecipe(ctx, { id });
  return id;
}

interface Signing {
  secret?: string;
  at?: number;
  to?: string;
}

async function deliver(report: object, { secret = key, at = Date.now(), to = url }: Signing = {}) {
  const body = JSON.stringify(report);
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  const headers = { "x-cio-timestamp": timestamp, "x-cio-signature": signature };
  const response = await handleWebhookFetch(new Request(to, { method: "POST", body, headers }));
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

const app = async () =>
  appOf(
    openClient(unlock(await getConnectionRow(ctx, keys.connections.customerio.id))) as Clients["customerio"],
  );
const webhooks = async () =>
  (await (await app()).listReportingWebhooks()).reporting_webhooks as {
    id: number;
    endpoint: string;
    events: string[];
    disabled: boolean;
  }[];
const runsOf = (recipeId: string) =>
  ctx.db.run.findMany({ where: { workspaceId: ctx.workspaceId, recipeId }, include: { event: true } });

test("a signed report starts the recipes that listen, once, and those of another campaign not", async () => {
  const any = await live(["email_opened", "email_clicked"]);
  const seven = await live(["email_opened"], { campaign: 7 });
  const eight = await live(["email_opened"], { campaign: 8 });
  const report = sampleReport("email_opened");
  expect(await deliver(report)).toMatchObject({ status: 200, json: { seen: false, runs: 2 } });
  expect(await deliver(report)).toMatchObject({ status: 200, json: { seen: true, runs: 0 } });
  expect(await deliver({ ...sampleReport("email_bounced"), event_id: "b" })).toMatchObject({
    status: 200,
    json: { runs: 0 },
  });
  expect((await Promise.all([any, seven, eight].map(runsOf))).map(({ length }) => length)).toEqual([1, 1, 0]);
});

test("what is not signed by the account, or long ago, or for another tenant's address, is refused and stored nowhere", async () => {
  await live(["email_opened"]);
  const report = sampleReport("email_opened");
  const other = await openSandboxKeys(await makeWorkspace());
  const refusals = await Promise.all([
    deliver(report, { secret: "wrong" }),
    deliver(report, { at: Date.now() - 600_000 }),
    deliver(report, { to: other.connections.customerio.webhookUrl ?? "" }),
    deliver({ hello: "there" }),
  ]);
  expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  expect((await deliver(report, { to: `${url}x` })).status).toBe(404);
  expect(await ctx.db.event.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
});

test("twenty recipes leave one webhook at Customer.io, with the union of their reports, switched off when none is live", async () => {
  const metrics = ["email_sent", "email_opened", "email_clicked", "email_bounced", "email_unsubscribed"];
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, index) => live([metrics[index % metrics.length] ?? ""])),
  );
  expect(await webhooks()).toMatchObject([{ endpoint: url, events: [...metrics].sort(), disabled: false }]);
  for (const id of ids.slice(1)) await pauseRecipe(ctx, { id });
  expect(await webhooks()).toMatchObject([{ events: ["email_sent"], disabled: false }]);
  await pauseRecipe(ctx, { id: ids[0] ?? "" });
  expect(await webhooks()).toMatchObject([{ disabled: true }]);
  await live(["email_opened"]);
  expect(await webhooks()).toMatchObject([{ events: ["email_opened"], disabled: false }]);
});

test("one that somebody deleted is made again; one that Billhook forgot is taken, not made twice", async () => {
  await live(["email_opened"]);
  const [made] = await webhooks();
  await (await app()).deleteReportingWebhook(made?.id ?? 0);
  await live(["email_clicked"]);
  expect(await webhooks()).toMatchObject([{ events: ["email_clicked", "email_opened"] }]);
  const row = await getConnectionRow(ctx, keys.connections.customerio.id);
  const opened = unlock(row);
  const { sealCredentials } = await import("~/server/services/connection/open");
  const { reportingWebhookId: _, ...rest } = opened.credentials as Record<string, string>;
  await ctx.db.connection.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: row.id } },
    data: { credentials: sealCredentials(ctx, row.id, rest as never) },
  });
  await live(["email_sent"]);
  expect(await webhooks()).toHaveLength(1);
});

test("the sandbox reports what it sends and what people do with it, signed", async () => {
  const id = await live(["email_delivered", "email_clicked"]);
  const request = new SendEmailRequest({
    to: "ada@example.com",
    transactional_message_id: "1",
    identifiers: { email: "ada@example.com" },
    auto_create: true,
  } as never);
  const { delivery_id: messageId } = await (await app()).sendEmail(request);
  await until("the delivery is reported", async () => (await runsOf(id)).length === 1);
  await reportInSandbox(ctx, { messageId, metric: "clicked" });
  await reportInSandbox(ctx, { messageId, metric: "opened" });
  expect((await runsOf(id)).map(({ event }) => event.type).sort()).toEqual([
    "email_clicked",
    "email_delivered",
  ]);
});

test("an account without its signing key cannot start recipes; entering the key mends that, and the connection stays", async () => {
  const { siteId, trackApiKey, appApiKey } = keys.customerio;
  const endpoints = {
    track: `http://127.0.0.1:${port}/sandbox/customerio/track/api/v1`,
    app: `http://127.0.0.1:${port}/sandbox/customerio/app/v1`,
  };
  const made = await createConnection(ctx, {
    app: "customerio",
    name: "Mail",
    credentials: { siteId, trackApiKey, appApiKey },
    endpoints,
  });
  const id = await recipe(["email_opened"], {}, made.id);
  await expect(publishRecipe(ctx, { id })).rejects.toMatchObject({ code: "recipe_invalid" });
  expect((await deliver(sampleReport("email_opened"), { to: made.webhookUrl ?? "" })).status).toBe(400);
  await expect(
    updateConnection(ctx, { id: made.id, credentials: { appApiKey: "wrong" } }),
  ).rejects.toMatchObject({ code: "connection_rejected" });
  // An id may be written in capitals; the keys are sealed for the one connection all the same.
  await updateConnection(ctx, {
    id: made.id.toUpperCase(),
    credentials: { webhookSigningKey: "signing-key-of-the-account" },
  });
  await publishRecipe(ctx, { id });
  expect(
    await deliver(sampleReport("email_opened"), {
      secret: "signing-key-of-the-account",
      to: made.webhookUrl ?? "",
    }),
  ).toMatchObject({ status: 200, json: { runs: 1 } });
  expect(await getConnection(ctx, { id: made.id })).toMatchObject({
    canReport: true,
    webhookEvents: ["email_opened"],
  });
  await pauseRecipe(ctx, { id });
  await deleteConnection(ctx, { id: made.id });
  expect(await webhooks()).toEqual([]);
});
