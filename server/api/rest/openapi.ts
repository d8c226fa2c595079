import { z } from "zod";
import { env } from "~/server/env";
import { ERROR_CODES, type ErrorCode, httpStatus } from "~/server/errors";
import { Condition, Definition, Step } from "~/server/recipes/definition";
import type { Endpoint } from "./endpoint";

type Json = Record<string, unknown>;

const DESCRIPTION = `Everything Billhook does, for programs. Send a workspace token as \`Authorization: Bearer bh_…\`.
Errors are \`{"error": {"code", "message", "details"?}}\`; lists take \`limit\` and \`cursor\` and answer \`{"data", "nextCursor"}\`.`;

/** What any call may answer. */
const ALWAYS: readonly ErrorCode[] = ["invalid_input", "unauthorized", "internal"];
const WITH_BODY: readonly ErrorCode[] = ["body_too_large", "unsupported_media_type"];

const MEANING: Record<ErrorCode, string> = {
  invalid_input: "A field is missing, unknown or of the wrong kind; the message names it",
  bad_signature: "The signature does not match",
  unauthorized: "No valid token",
  forbidden: "The token's role does not suffice",
  not_found: "There is no such thing in this workspace",
  method_not_allowed: "The address takes other methods",
  conflict: "The present state does not allow it",
  body_too_large: "The body is larger than 1 MB",
  unsupported_media_type: "The body is not JSON",
  recipe_invalid: "The recipe has errors; `details.problems` lists them",
  connection_rejected: "The vendor refused the keys; `details.field` names which",
  rate_limited: "Too many requests; try again later",
  overloaded: "More is waiting than can be taken; send it again after `Retry-After`",
  internal: "Our fault; try again",
};

const Failure = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERROR_CODES)),
    message: z.string(),
    details: z.unknown().optional(),
  }),
});

// Recursive schemas need names; the rest is easier to read in place.
z.globalRegistry.add(Condition, { id: "Condition" });
z.globalRegistry.add(Step, { id: "Step" });
z.globalRegistry.add(Definition, { id: "Definition" });
z.globalRegistry.add(Failure, { id: "Error" });

/** A schema as OpenAPI 3.1 takes it; what has a name goes into `components` and leaves a reference. */
function jsonSchema(schema: z.ZodType, io: "input" | "output", components: Json): unknown {
  const wrapped = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: "any" });
  const text = JSON.stringify(wrapped).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { properties, $defs = {} } = JSON.parse(text) as {
    properties: { it: unknown };
    $defs?: Record<string, Json>;
  };
  for (const [name, { id: _id, ...body }] of Object.entries($defs)) components[name] = body;
  return properties.it;
}

function parameters(schema: z.ZodObject | undefined, place: "path" | "query", components: Json): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === "path" || !z.safeParse(field as z.ZodType, undefined).success,
    schema: jsonSchema(field as z.ZodType, "input", components),
  }));
}

function operation(endpoint: Endpoint, components: Json): Json {
  const {
    method,
    path,
    tag,
    summary,
    description,
    status,
    media,
    params,
    query,
    body,
    answer,
    failures = [],
  } = endpoint;
  const content = (schema: z.ZodType, io: "input" | "output") => ({
    content: { "application/json": { schema: jsonSchema(schema, io, components) } },
  });
  const codes = new Set([
    ...ALWAYS,
    ...(params ? (["not_found"] as const) : []),
    ...(body ? WITH_BODY : []),
    ...failures,
  ]);
  return {
    operationId: `${method}${path.replace(/[^a-z]+([a-z])?/g, (_, letter: string = "") => letter.toUpperCase())}`,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    security: [{ token: [] }],
    parameters: [...parameters(params, "path", components), ...parameters(query, "query", components)],
    ...(body ? { requestBody: { required: !body.safeParse({}).success, ...content(body, "input") } } : {}),
    responses: {
      [status]: {
        description: summary,
        ...(status === 204 ? {} : media ? texts(media) : content(answer, "output")),
      },
      ...failureResponses([...codes], content(Failure, "output")),
    },
  };
}

function texts(media: readonly string[]): Json {
  return { content: Object.fromEntries(media.map((type) => [type, { schema: { type: "string" } }])) };
}

/** Codes of one status share its entry. */
function failureResponses(codes: readonly ErrorCode[], content: Json): Json {
  const entries = codes.map((code) => {
    const same = codes.filter((other) => httpStatus(other) === httpStatus(code));
    const description = same.map((other) => `\`${other}\`: ${MEANING[other]}.`).join(" ");
    return [httpStatus(code), { description, ...content }] as const;
  });
  return Object.fromEntries(entries);
}

/** The OpenAPI 3.1 document of these endpoints. */
export function openApiDocument(endpoints: readonly Endpoint[]): Json {
  const schemas: Json = {};
  jsonSchema(Definition, "input", schemas);
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint, schemas) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Billhook", version: "1", description: DESCRIPTION },
    servers: [{ url: `${env.APP_URL}/api/v1` }],
    paths,
    components: {
      schemas,
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A workspace token." } },
    },
  };
}
