import type { APIClient, TrackClient } from "customerio-node";
import { z } from "zod";
import type { Clients } from "~/server/connectors/define";
import { Flag, optional, required, Text } from "../fields";
import { appOf, pipelinesOf } from "./keys";

const APIS = ["track", "app", "pipelines"] as const;
const PREFIX = { track: /^\/api\/v[12]\//, app: /^\/v1\//, pipelines: /^\/v1\// };

/** Any request of Customer.io's APIs. https://docs.customer.io/api */
export const RequestInput = z
  .strictObject({
    api: required(z.enum(APIS), {
      title: "API",
      description: "Track writes people and events, App sends messages and reads, Pipelines collects data.",
    }),
    method: required(z.enum(["GET", "POST", "PUT", "DELETE"]), { title: "Method" }),
    path: required(
      Text(2000).refine((path) => /^\/[\w\-./?=&%:@+,~]+$/.test(path) && !path.includes(".."), {
        error: "Must be a path such as /v1/segments.",
      }),
      {
        title: "Path",
        description: "What the API reference shows after the host.",
        examples: ["/v1/segments"],
      },
    ),
    body: optional(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]), {
      title: "Body",
      description: "Of a POST or PUT, by the names of the API reference.",
    }),
    safe_to_retry: optional(Flag(), {
      title: "Safe to repeat",
      description:
        "Say so when doing it twice does no harm; without it, a request that got no answer is not repeated.",
      group: "more",
    }),
    confirm: optional(Flag(), {
      title: "I understand",
      description: "Needed to delete: what DELETE removes cannot be brought back.",
      group: "more",
    }),
  })
  .refine(({ api, path }) => PREFIX[api].test(path), {
    error: "Must begin with /api/v1/ or /api/v2/ of Track, or with /v1/ of the others.",
    path: ["path"],
  })
  .refine(({ method, confirm }) => method !== "DELETE" || confirm === true, {
    error: "Confirm it first: what DELETE removes cannot be brought back.",
    path: ["confirm"],
  })
  .refine(({ method, body }) => body === undefined || method === "POST" || method === "PUT", {
    error: "Only a POST or a PUT has a body.",
    path: ["body"],
  });

type RequestInput = z.output<typeof RequestInput>;
type Sender = TrackClient["request"] | APIClient["request"];

function target(client: Clients["customerio"], { api, path }: RequestInput): [Sender, string] {
  if (api === "track") return [client.track.request, client.track.trackRoot.replace(/\/api\/v1$/, "") + path];
  if (api === "app") {
    const app = appOf(client);
    return [app.request, app.apiRoot.replace(/\/v1$/, "") + path];
  }
  const pipelines = pipelinesOf(client);
  return [pipelines.request, pipelines.pipelinesRoot.replace(/\/v1$/, "") + path];
}

/** Sends it with the connection's own keys. Throws what the SDK throws. */
export async function send(
  client: Clients["customerio"],
  input: RequestInput,
): Promise<Record<string, unknown>> {
  const [request, url] = target(client, input);
  const body = input.body as Record<string, unknown> | undefined;
  if (input.method === "GET") return request.get(url);
  if (input.method === "DELETE") return request.destroy(url);
  return input.method === "PUT" ? request.put(url, body) : request.post(url, body);
}
