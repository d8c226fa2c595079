import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  method: string;
  path: string;
  form: Record<string, string>;
  key: string;
}

interface StripeEndpoint {
  id: string;
  object: "webhook_endpoint";
  url: string;
  enabled_events: string[];
}

export interface Accounts {
  endpoints: { stripe: { api: string }; customerio: { track: string; app: string } };
  asked: Asked[];
  /** Status by "METHOD /path", instead of the ordinary answer. */
  refuse: Map<string, number>;
  webhookEndpoints: StripeEndpoint[];
  /** False for a Stripe that makes an endpoint but tells no signing secret. */
  tellsSecret: boolean;
  /** Awaited while Stripe handles a request, before it answers. */
  meanwhile: (() => Promise<void>) | null;
  /** What Customer.io says about where the account lives. */
  dataCenter: string;
  stop(): Promise<void>;
}

const GOOD = new Set(["good", "good-too"]);

/** `sk_test_good_x` → `good`: everything that is not a good key is refused. */
function isGood(key: string): boolean {
  return GOOD.has(key.replace(/^[sr]k_(live|test)_/, ""));
}

function keyOf({ headers }: IncomingMessage): string {
  const [scheme = "", value = ""] = (headers.authorization ?? "").split(" ");
  return scheme === "Basic" ? (Buffer.from(value, "base64").toString().split(":")[1] ?? "") : value;
}

function eventsIn(form: Record<string, string>): string[] {
  return Object.entries(form).flatMap(([name, value]) => (name.startsWith("enabled_events") ? [value] : []));
}

/** Both vendors' account calls, with memory: what connecting asks before it keeps anything. */
export async function serveAccounts(): Promise<Accounts> {
  const state = {
    asked: [] as Asked[],
    refuse: new Map<string, number>(),
    webhookEndpoints: [] as StripeEndpoint[],
    dataCenter: "us",
    tellsSecret: true,
    meanwhile: null as (() => Promise<void>) | null,
  };

  function answer(method: string, path: string, form: Record<string, string>): [number, object] {
    if (path === "/v1/account")
      return [200, { id: "acct_1", object: "account", settings: { dashboard: { display_name: "Acme" } } }];
    if (path === "/track/accounts/region")
      return [200, { data_center: state.dataCenter, url: "x", environment_id: 1 }];
    if (path === "/app/segments") return [200, { segments: [] }];
    if (!path.startsWith("/v1/webhook_endpoints")) return [200, {}];
    const id = /^\/v1\/webhook_endpoints(?:\/(\w+))?$/.exec(path)?.[1];
    const endpoint = state.webhookEndpoints.find((candidate) => candidate.id === id);
    if (method === "GET")
      return [
        200,
        { object: "list", data: state.webhookEndpoints, has_more: false, url: "/v1/webhook_endpoints" },
      ];
    if (method === "DELETE")
      state.webhookEndpoints = state.webhookEndpoints.filter((candidate) => candidate !== endpoint);
    if (method === "POST" && endpoint)
      Object.assign(endpoint, { url: form.url, enabled_events: eventsIn(form) });
    if (method === "POST" && id && !endpoint)
      return [
        404,
        { error: { type: "invalid_request_error", code: "resource_missing", message: "No such." } },
      ];
    if (method === "POST" && !id) {
      const made: StripeEndpoint = {
        id: `we_${state.webhookEndpoints.length + 1}`,
        object: "webhook_endpoint",
        url: form.url ?? "",
        enabled_events: eventsIn(form),
      };
      state.webhookEndpoints.push(made);
      return [200, state.tellsSecret ? { ...made, secret: "whsec_made_by_stripe" } : made];
    }
    return [200, endpoint ?? { id, deleted: true }];
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname: path } = new URL(request.url ?? "/", "http://accounts");
    const method = request.method ?? "GET";
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    const key = keyOf(request);
    state.asked.push({ method, path, form, key });
    const refused = state.refuse.get(`${method} ${path}`) ?? (isGood(key) ? undefined : 401);
    const [status, body] = refused
      ? [
          refused,
          { error: { type: "invalid_request_error", message: "Not allowed." }, meta: { error: "no" } },
        ]
      : answer(method, path, form);
    await state.meanwhile?.();
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    endpoints: { stripe: { api: origin }, customerio: { track: `${origin}/track`, app: `${origin}/app` } },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
