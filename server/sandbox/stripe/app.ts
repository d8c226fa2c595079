import { type Context, Hono } from "hono";
import { findAccount, readStore } from "~/server/sandbox/account";
import { newId } from "~/server/sandbox/ids";
import type { AccountScope } from "~/server/sandbox/store";
import { accountObject } from "./account-object";
import { recall, remember, type StripeCall } from "./call";
import { StripeRefusal } from "./errors";
import { expanded } from "./expand";
import { decodeForm } from "./form";
import { listPage } from "./list";
import { accountOfToken } from "./oauth";
import { balance } from "./page-writes";
import { RESOURCES, type Resource, retrieveFrom } from "./resources";
import { stripeSession } from "./session";

interface Variables {
  scope: AccountScope;
  requestId: string;
}
type StripeContext = Context<{ Variables: Variables }>;

function keyOf(header: string | undefined): string {
  const [scheme = "", value = ""] = (header ?? "").split(" ");
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() === "basic")
    return Buffer.from(value, "base64").toString("utf8").split(":")[0] ?? "";
  return "";
}

async function authenticate(c: StripeContext): Promise<AccountScope> {
  const key = keyOf(c.req.header("authorization"));
  if (!key) {
    throw new StripeRefusal(
      401,
      "invalid_request_error",
      "You did not provide an API key. Provide it in the Authorization header, using Bearer auth.",
    );
  }
  const scope = (await findAccount("stripe", key)) ?? (await accountOfToken(key));
  if (!scope)
    throw new StripeRefusal(
      401,
      "invalid_request_error",
      `Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`,
    );
  return scope;
}

async function readCall(c: StripeContext): Promise<StripeCall> {
  const url = new URL(c.req.url);
  const text = c.req.method === "POST" ? await c.req.text() : url.search.slice(1);
  return {
    method: c.req.method,
    path: url.pathname,
    id: c.req.param("id") ?? "",
    params: decodeForm(text),
    requestId: c.get("requestId"),
    idempotencyKey: c.req.header("idempotency-key") ?? null,
  };
}

async function write(c: StripeContext, work: NonNullable<Resource["create"]>): Promise<Response> {
  const call = await readCall(c);
  const { result } = await stripeSession(c.get("scope"), call, async (session) => {
    const known = await recall(session.store, call);
    if (known) return { body: known, replayed: true };
    const body = await work(session, call);
    await remember(session.store, call, body);
    return { body, replayed: false };
  });
  if (call.idempotencyKey) c.header("idempotency-key", call.idempotencyKey);
  if (result.replayed) c.header("idempotent-replayed", "true");
  return c.json(result.body);
}

async function read(c: StripeContext, work: NonNullable<Resource["retrieve"]>): Promise<Response> {
  const [store, call] = [readStore(c.get("scope")), await readCall(c)];
  return c.json(await expanded(store, await work(store, call), call.params.expand));
}

function mount(app: Hono<{ Variables: Variables }>, path: string, resource: Resource): void {
  const { kind, filters, defaults, search, create, update, remove } = resource;
  const one = `/${path}/:id`;
  for (const [verb, work] of Object.entries(resource.ofAll ?? {}))
    app.post(`/${path}/${verb}`, (c) => write(c, work));
  for (const [verb, work] of Object.entries(resource.verbs ?? {}))
    app.post(`${one}/${verb}`, (c) => write(c, work));
  for (const [name, { list, create: add }] of Object.entries(resource.below ?? {})) {
    app.get(`${one}/${name}`, (c) => read(c, list));
    if (add) app.post(`${one}/${name}`, (c) => write(c, add));
  }
  if (search) app.get(`/${path}/search`, (c) => read(c, search));
  app.get(`/${path}`, (c) =>
    read(c, (store, call) => listPage(store, kind, call.path, call.params, filters, defaults)),
  );
  app.get(one, (c) => read(c, resource.retrieve ?? retrieveFrom(kind)));
  if (create) app.post(`/${path}`, (c) => write(c, create));
  if (update) app.post(one, (c) => write(c, update));
  if (remove) app.delete(one, (c) => write(c, remove));
}

function refuse(c: StripeContext, error: unknown): Response {
  if (error instanceof StripeRefusal) return c.json(error.body(), error.status);
  console.error("Sandbox Stripe failed", error);
  const refusal = new StripeRefusal(500, "api_error", "The sandbox could not answer. Please try again.");
  return c.json(refusal.body(), refusal.status);
}

/** The simulated Stripe API below `/v1`. */
export function stripeApp(): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  app.use(async (c, next) => {
    c.set("requestId", newId("req_", 14));
    c.header("request-id", c.get("requestId"));
    c.set("scope", await authenticate(c));
    await next();
  });
  app.get("/balance", (c) => read(c, balance));
  app.get("/account", (c) => c.json(accountObject(c.get("scope"))));
  for (const [path, resource] of Object.entries(RESOURCES)) mount(app, path, resource);
  app.all("*", (c) => {
    const { method, path } = c.req;
    const message = `The Billhook sandbox does not offer ${method} ${path}. It offers: account, ${Object.keys(RESOURCES).join(", ")}.`;
    return refuse(c, new StripeRefusal(404, "invalid_request_error", message));
  });
  app.onError((error, c) => refuse(c, error));
  return app;
}
