import { beforeAll, describe, expect, test } from "vitest";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

interface Operation {
  operationId: string;
  summary: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

let document: Document;
let user: Outsider;
const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

beforeAll(async () => {
  user = await Outsider.of(await makeWorkspace());
  document = (await new Outsider(null).call<Document>("GET", "/openapi.json")).json;
});

/** Every object inside, itself included. */
function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const member of Object.values(value)) yield* nodes(member);
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], document);
}

describe("the OpenAPI document", () => {
  test("is served to anybody and has the frame of OpenAPI 3.1", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: "Billhook", version: expect.any(String) });
    expect(document.servers[0]?.url).toMatch(/^https?:\/\/.+\/api\/v1$/);
    expect(Object.keys(document.components.securitySchemes)).toEqual(["token"]);
  });

  test("lists the calls of the contract, and none that later work will add", () => {
    expect(
      operations()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual(
      [
        "POST /connections",
        "GET /connections",
        "GET /connections/{id}/limits",
        "GET /connections/{id}/choices",
        "PATCH /connections/{id}",
        "GET /connections/{id}/doctor",
        "POST /connections/{id}/heal",
        "DELETE /connections/{id}",
        "POST /channels",
        "GET /channels",
        "PATCH /channels/{id}",
        "DELETE /channels/{id}",
        "POST /notifications",
        "GET /notifications",
        "PATCH /notifications/{id}",
        "DELETE /notifications/{id}",
        "GET /failures/export",
        "POST /recipes",
        "POST /drafts",
        "GET /recipes",
        "GET /recipes/{id}",
        "PATCH /recipes/{id}",
        "DELETE /recipes/{id}",
        "GET /recipes/{id}/export",
        "POST /recipes/import",
        "POST /recipes/{id}/duplicate",
        "POST /recipes/{id}/archive",
        "POST /recipes/{id}/restore",
        "POST /recipes/{id}/publish",
        "POST /recipes/{id}/pause",
        "POST /recipes/{id}/resume",
        "POST /recipes/{id}/rollback",
        "POST /recipes/{id}/run",
        "POST /recipes/{id}/backfill",
        "POST /recipes/{id}/hook-secret",
        "POST /recipes/{id}/test",
        "POST /recipes/{id}/compare",
        "GET /recipes/{id}/versions",
        "GET /recipes/{id}/versions/{version}",
        "GET /recipes/{id}/diff",
        "GET /recipes/{id}/shadow",
        "POST /recipes/{id}/shadow/promote",
        "POST /recipes/{id}/shadow/stop",
        "GET /events",
        "GET /events/{id}",
        "GET /runs",
        "GET /runs/{id}",
        "POST /runs/{id}/rerun",
        "POST /runs/{id}/rerun/preview",
        "POST /runs/{id}/cancel",
        "POST /runs/{id}/outcome/check",
        "POST /runs/{id}/outcome",
        "POST /runs/rerun",
        "GET /failures",
        "GET /failures/{key}",
        "POST /failures/{key}/resolve",
        "POST /failures/{key}/assign",
        "POST /failures/{key}/snooze",
        "POST /failures/{key}/rerun",
        "GET /operations",
        "GET /operations/{id}",
        "POST /operations/{id}/pause",
        "POST /operations/{id}/resume",
        "POST /operations/{id}/cancel",
        "GET /workspace",
        "PATCH /workspace",
        "POST /workspace/pause",
        "POST /workspace/resume",
        "GET /workspace/stored",
        "GET /queue",
        "GET /catalog",
        "GET /templates",
      ].sort(),
    );
  });

  test("every reference leads somewhere, and every named schema is used", () => {
    const references = [...nodes(document)].flatMap(({ $ref }) => (typeof $ref === "string" ? [$ref] : []));
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(resolve(reference), reference).toBeTypeOf("object");
    }
    for (const name of Object.keys(document.components.schemas))
      expect(references).toContain(`#/components/schemas/${name}`);
  });

  test("every operation has a name of its own, a summary, security, its parameters and described answers", () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, method, operation } of operations()) {
      const where = `${method} ${path}`;
      expect(operation.summary, where).toMatch(/^[A-Z].{3,}/);
      expect(operation.security, where).toEqual([{ token: [] }]);
      const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
      expect(
        inPath.map(({ name, required }) => [name, required]),
        where,
      ).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, true]));
      const statuses = Object.keys(operation.responses);
      expect(statuses, where).toEqual(expect.arrayContaining(["400", "401", "500"]));
      if (inPath.length > 0) expect(statuses, where).toContain("404");
      if (operation.requestBody) expect(statuses, where).toEqual(expect.arrayContaining(["413", "415"]));
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(description, where).not.toBe("");
        if (status === "204") expect(content).toBeUndefined();
        else expect(content?.["application/json"]?.schema, `${where} ${status}`).toBeTypeOf("object");
      }
    }
  });

  test("every path answers: none of them is an unknown call", async () => {
    for (const { method, path } of operations()) {
      const { status, text } = await user.call(
        method,
        path.replace(/\{(id|key)\}/, "nothing"),
        method === "GET" ? undefined : {},
      );
      expect([200, 400, 404], `${method} ${path}`).toContain(status);
      expect(text).not.toMatch(/There is no (GET|POST|PATCH|DELETE) /);
    }
  });

  test("schemas hold only what JSON Schema knows", () => {
    const types = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);
    const schemas = [
      ...Object.values(document.components.schemas),
      ...operations().flatMap(({ operation: { parameters, requestBody, responses } }) => [
        ...parameters.map(({ schema }) => schema),
        ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
        ...Object.values(responses).flatMap(({ content }) =>
          Object.values(content ?? {}).map(({ schema }) => schema),
        ),
      ]),
    ];
    for (const node of schemas.flatMap((schema) => [...nodes(schema)])) {
      if (typeof node.type === "string") expect(types).toContain(node.type);
      expect(node).not.toHaveProperty("nullable");
      expect(node).not.toHaveProperty("$defs");
    }
  });

  test("says what a connection and a draft take", () => {
    const body = (path: string) => JSON.stringify(document.paths[path]?.post?.requestBody);
    for (const field of ["siteId", "trackApiKey", "appApiKey", "webhookSecret", "endpoints", "customerio"])
      expect(body("/connections")).toContain(`"${field}"`);
    expect(body("/recipes")).toContain("#/components/schemas/Definition");
    const runs = document.paths["/runs"]?.get?.parameters.map(({ name }) => name).sort();
    expect(runs).toEqual(
      "connectionId cursor eventId eventType limit mode q recipeId since status until waitingFor".split(" "),
    );
  });
});
