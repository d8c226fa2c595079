import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { AppError, httpStatus, toPublicError } from "~/server/errors";
import { log } from "~/server/log";
import type { ServiceContext } from "~/server/services/context";
import { authenticateToken } from "~/server/services/token/authenticate";

type Env = { Variables: { service: ServiceContext } };
type Shape = z.ZodObject;

interface Endpoint<Params extends Shape, Query extends Shape, Body extends z.ZodType> {
  method: "get" | "post" | "patch" | "delete";
  path: string;
  summary: string;
  status?: 200 | 201 | 204;
  params?: Params;
  query?: Query;
  body?: Body;
  run(
    ctx: ServiceContext,
    input: { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> },
  ): Promise<unknown>;
}

const Failure = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
});

/** The public contract (design, section 7): one list of endpoints gives the routes and their OpenAPI document. */
export function createRest(): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>().basePath("/api/v1");
  app.use(async (c, next) => {
    if (!c.req.path.endsWith("/openapi.json")) {
      c.set(
        "service",
        await authenticateToken(/^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1]),
      );
    }
    await next();
  });
  app.notFound((c) =>
    c.json({ error: { code: "not_found", message: `There is no ${c.req.method} ${c.req.path}.` } }, 404),
  );
  app.onError((error, c) => {
    const known = error instanceof z.ZodError ? invalidInput(error) : error;
    const failure = toPublicError(known);
    if (failure.code === "internal") log.error({ err: error }, "contract call failed");
    return Response.json({ error: failure }, { status: httpStatus(failure.code), headers: c.res.headers });
  });
  return app;
}

function invalidInput(error: z.ZodError): AppError {
  const details = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const first = details[0];
  return new AppError(
    "invalid_input",
    first ? `${first.path || "body"}: ${first.message}` : "The input is not valid.",
    details,
  );
}

async function jsonBody(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    throw new AppError("invalid_input", "The body is not valid JSON.");
  }
}

/** Adds one endpoint: checks its input, calls its verb, answers with its status. */
export function addEndpoint<Params extends Shape, Query extends Shape, Body extends z.ZodType>(
  app: OpenAPIHono<Env>,
  endpoint: Endpoint<Params, Query, Body>,
): void {
  const { method, path, summary, status = 200, params, query, body, run } = endpoint;
  const content = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });
  app.openAPIRegistry.registerPath(
    createRoute({
      method,
      path: `/api/v1${path}`,
      summary,
      security: [{ token: [] }],
      request: {
        ...(params ? { params } : {}),
        ...(query ? { query } : {}),
        ...(body ? { body: content(body) } : {}),
      },
      responses: {
        [status]: { description: summary },
        400: { description: "Invalid input", ...content(Failure) },
        404: { description: "Not found", ...content(Failure) },
      },
    }),
  );
  app.on(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ":$1"), async (c) => {
    // Absent parts have no schema and no reader: the cast says what the types of `run` already say.
    const input = {
      params: params?.parse(c.req.param()),
      query: query?.parse(c.req.query()),
      body: body ? body.parse(await jsonBody(c.req.raw)) : undefined,
    } as Parameters<typeof run>[1];
    const answer = await run(c.get("service"), input);
    return status === 204 ? c.body(null, 204) : c.json(answer as object, status);
  });
}
