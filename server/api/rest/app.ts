import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { AppError, httpStatus, toPublicError } from "~/server/errors";
import { log } from "~/server/log";
import type { ServiceContext } from "~/server/services/context";
import { authenticateToken } from "~/server/services/token/authenticate";
import type { Endpoint, TextAnswer } from "./endpoint";
import { openApiDocument } from "./openapi";
import { known, readJson, readQuery } from "./read-input";
import { fileOf } from "./text-response";

type Env = { Variables: { service: ServiceContext } };
type Rest = Hono<Env>;

const MAX_BODY = 1024 * 1024;
const DOCUMENT = "/openapi.json";

/** The public contract (design, section 7): one list of endpoints gives the routes and their OpenAPI document. */
export function createRest(endpoints: readonly Endpoint[]): Rest {
  const app: Rest = new Hono<Env>().basePath("/api/v1");
  const document = openApiDocument(endpoints);
  const methods = methodsByPath(endpoints);
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  });
  for (const [path, allowed] of methods) app.options(path, (c) => c.body(null, 204, { allow: allowed }));
  app.get(DOCUMENT, (c) => c.json(document, 200, { "cache-control": "public, max-age=300" }));
  app.use(async (c, next) => {
    c.set(
      "service",
      await authenticateToken(/^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1]),
    );
    await next();
  });
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: () => fail(tooLarge()) }));
  for (const endpoint of endpoints) mount(app, endpoint);
  for (const [path, allowed] of methods)
    app.all(path, (c) => fail(wrongMethod(c.req.method, allowed), { allow: allowed }));
  app.notFound((c) => fail(noSuchCall(c.req.method, c.req.path)));
  app.onError((error) => fail(known(error)));
  return app;
}

function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

function methodsByPath(endpoints: readonly Endpoint[]): Map<string, string> {
  const byPath = new Map<string, string>([[DOCUMENT, "GET, HEAD, OPTIONS"]]);
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints
      .filter((endpoint) => endpoint.path === path)
      .map(({ method }) => method.toUpperCase());
    byPath.set(
      routeOf(path),
      [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", "),
    );
  }
  return byPath;
}

function mount(app: Rest, { method, path, status, media, body, handle }: Endpoint): void {
  app.on(method.toUpperCase(), routeOf(path), async (c) => {
    const answer = await handle(c.get("service"), {
      params: c.req.param(),
      query: readQuery(c.req),
      body: body ? await readJson(c.req) : undefined,
    });
    if (status === 204) return c.body(null, 204);
    return media ? fileOf(answer as TextAnswer) : c.json(answer as object, status);
  });
}

/** Any failure as the contract's error; the text of unknown ones stays inside. */
function fail(error: unknown, headers: Record<string, string> = {}): Response {
  const failure = toPublicError(error);
  if (failure.code === "internal") log.error({ err: error }, "contract call failed");
  const challenge = failure.code === "unauthorized" ? { "www-authenticate": 'Bearer realm="Billhook"' } : {};
  const status = httpStatus(failure.code);
  return Response.json(
    { error: failure },
    { status, headers: { "cache-control": "no-store", ...challenge, ...headers } },
  );
}

function tooLarge(): AppError {
  return new AppError("body_too_large", "The body is larger than 1 MB. Send less.");
}

function wrongMethod(method: string, allowed: string): AppError {
  return new AppError("method_not_allowed", `${method} is not offered here. This address takes ${allowed}.`);
}

function noSuchCall(method: string, path: string): AppError {
  return new AppError("not_found", `There is no ${method} ${path}. /api/v1/openapi.json lists every call.`);
}
