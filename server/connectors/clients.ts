import { APIClient, PipelinesClient, RegionEU, RegionUS, TrackClient } from "customerio-node";
import Stripe from "stripe";
import { Response } from "undici";
import type { Clients } from "./define";
import type { Transport } from "./transport";

export interface StripeCredentials {
  apiKey: string;
}

export interface CustomerioCredentials {
  siteId: string;
  trackApiKey: string;
  appApiKey?: string | undefined;
  cdpApiKey?: string | undefined;
}

interface StripeOptions {
  transport: Transport;
  /** `api` is an origin, as the SDK takes it: `http://127.0.0.1:12111`. */
  endpoints?: { api?: string | undefined } | null | undefined;
}

interface CustomerioOptions {
  transport: Transport;
  /** Version roots: `…/api/v1` of Track, `…/v1` of App and Pipelines. */
  endpoints?:
    | { track?: string | undefined; app?: string | undefined; cdp?: string | undefined }
    | null
    | undefined;
  region: "us" | "eu" | null | undefined;
}

/** The SDK's own timeout is only a net below the transport's, which knows more about what happened. */
const SLACK_MS = 5000;

/** The official Stripe SDK over our transport; it never repeats a request by itself. */
export function openStripe({ apiKey }: StripeCredentials, options: StripeOptions): Clients["stripe"] {
  const { transport, endpoints } = options;
  return new Stripe(apiKey, {
    ...(endpoints?.api ? originOf(endpoints.api) : {}),
    httpClient: Stripe.createFetchHttpClient(withError(transport) as unknown as typeof fetch),
    timeout: transport.timeoutMs + SLACK_MS,
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

/** The SDK takes any JSON without `error` for a success, whatever its status; a gateway's 502 is none. */
function withError(transport: Transport): Transport["fetch"] {
  return async (url, init) => {
    const response = await transport.fetch(url, init);
    if (response.status < 400) return response;
    const text = await response.text();
    const { status, headers } = response;
    const error = { type: "api_error", message: `Stripe answered ${status} without saying why.` };
    const body = /^\s*\{/.test(text) && JSON.parse(text).error ? text : JSON.stringify({ error });
    return new Response(body, { status, headers });
  };
}

function originOf(endpoint: string): Stripe.StripeConfig {
  const { protocol, hostname, port } = new URL(endpoint);
  const secure = protocol === "https:";
  return { host: hostname, port: port || (secure ? 443 : 80), protocol: secure ? "https" : "http" };
}

/** The official Customer.io SDK's clients; `app` and `pipelines` are null without their key. */
export function openCustomerio(
  { siteId, trackApiKey, appApiKey, cdpApiKey }: CustomerioCredentials,
  { transport, endpoints, region }: CustomerioOptions,
): Clients["customerio"] {
  const common = {
    region: region === "eu" ? RegionEU : RegionUS,
    timeout: transport.timeoutMs + SLACK_MS,
    retry: { maxRetries: 0 },
    // The SDK's types know the dispatcher of Node's own, older undici; ours speaks its protocol.
    ...({ dispatcher: transport.dispatcher } as object),
  };
  const at = (url: string | undefined) => (url ? { url: url.replace(/\/$/, "") } : {});
  return {
    track: new TrackClient(siteId, trackApiKey, { ...common, ...at(endpoints?.track) }),
    app: appApiKey ? new APIClient(appApiKey, { ...common, ...at(endpoints?.app) }) : null,
    pipelines: cdpApiKey
      ? new PipelinesClient(cdpApiKey, { ...common, strictMode: true, ...at(endpoints?.cdp) })
      : null,
  };
}
