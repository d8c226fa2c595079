import { z } from "@hono/zod-openapi";
import { catalogView } from "~/server/connectors/catalog-view";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { createConnection } from "~/server/services/connection/create";
import { deleteConnection } from "~/server/services/connection/delete";
import { listConnections } from "~/server/services/connection/list";
import { CreateConnectionInput } from "~/server/services/connection/schemas";
import { getEvent } from "~/server/services/event/get";
import { listEvents } from "~/server/services/event/list";
import { ListEventsInput } from "~/server/services/event/schemas";
import { getRun } from "~/server/services/run/get";
import { listRuns } from "~/server/services/run/list";
import { ListRunsInput } from "~/server/services/run/schemas";
import { addEndpoint, createRest } from "./app";
import { addRecipeRoutes } from "./recipe-routes";

const Id = z.object({ id: z.string() });

export const rest = createRest();

addEndpoint(rest, {
  method: "post",
  path: "/connections",
  summary: "Connect an account",
  status: 201,
  query: z.object({ verify: z.enum(["true", "false"]).default("true") }),
  body: CreateConnectionInput,
  run: (ctx, { body, query }) => createConnection(ctx, body, { verify: query.verify === "true" }),
});
addEndpoint(rest, {
  method: "get",
  path: "/connections",
  summary: "List connections",
  run: async (ctx) => ({ data: await listConnections(ctx), nextCursor: null }),
});
addEndpoint(rest, {
  method: "delete",
  path: "/connections/{id}",
  summary: "Delete a connection",
  status: 204,
  params: Id,
  run: (ctx, { params }) => deleteConnection(ctx, params),
});

addRecipeRoutes(rest);

addEndpoint(rest, {
  method: "get",
  path: "/events",
  summary: "List events",
  query: ListEventsInput,
  run: (ctx, { query }) => listEvents(ctx, query),
});
addEndpoint(rest, {
  method: "get",
  path: "/events/{id}",
  summary: "Read an event",
  params: Id,
  run: (ctx, { params }) => getEvent(ctx, params),
});
addEndpoint(rest, {
  method: "get",
  path: "/runs",
  summary: "List runs",
  query: ListRunsInput,
  run: (ctx, { query }) => listRuns(ctx, query),
});
addEndpoint(rest, {
  method: "get",
  path: "/runs/{id}",
  summary: "Read a run step by step",
  params: Id,
  run: (ctx, { params }) => getRun(ctx, params),
});
addEndpoint(rest, {
  method: "get",
  path: "/catalog",
  summary: "Triggers and actions with JSON Schema",
  run: async () => catalogView(),
});
addEndpoint(rest, {
  method: "get",
  path: "/templates",
  summary: "The gallery",
  run: async () => ({ data: TEMPLATES, nextCursor: null }),
});

rest.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
rest.get("/openapi.json", (c) =>
  c.json(rest.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Billhook", version: "1" } })),
);
