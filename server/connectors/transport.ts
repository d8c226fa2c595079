import { Agent, type Dispatcher, type RequestInit, type Response, fetch as undiciFetch } from "undici";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { guardedLookup } from "./address-guard";
import { exchangeInterceptor } from "./exchange";
import type { Hidden } from "./hide";

export interface DryRunRequest {
  method: string;
  url: string;
}

export interface TransportOptions {
  /** True: nothing is sent; `dryRunAnswer` is what the vendor would have answered. */
  dryRun?: boolean;
  /** JSON, or what makes it from the request; `{}` unless given. */
  dryRunAnswer?: unknown | ((request: DryRunRequest) => unknown);
  /** True: answers are handed over as they are, whatever they hold; otherwise one that is not JSON is an error. */
  anyAnswer?: boolean;
  /** A longer answer is an error. */
  maxResponseBytes?: number;
  /** What else the log must not show. */
  hidden?: Hidden;
  /** Of one whole exchange, in milliseconds. */
  timeoutMs?: number;
  /** True: connections may also reach this machine; private networks stay out of reach. */
  allowLoopback: boolean;
  /** Is waited for before each request goes out; what it throws is that request's failure. */
  beforeRequest?: ((url: string) => Promise<void>) | undefined;
  /** Takes every request with its answer as soon as it ended, secrets masked. */
  onRequest(captured: CapturedRequest): void;
}

/** What the SDKs are given to send their requests with. */
export interface Transport {
  dispatcher: Dispatcher;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  timeoutMs: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;

/** Kept-alive connections are shared by all calls, one pool for each guard policy. */
const pools = new Map<boolean, Agent>();

function pool(allowLoopback: boolean): Agent {
  const known = pools.get(allowLoopback);
  if (known) return known;
  const agent = new Agent({
    connect: { lookup: guardedLookup(allowLoopback), timeout: CONNECT_TIMEOUT_MS },
    maxResponseSize: MAX_RESPONSE_BYTES,
  });
  pools.set(allowLoopback, agent);
  return agent;
}

/** The one way out to the vendors: guard, capture, masking, timeout, dry run. It never repeats a request. */
export function createTransport(options: TransportOptions): Transport {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const interceptor = exchangeInterceptor({ ...options, timeoutMs });
  const dispatcher = pool(options.allowLoopback).compose(interceptor);
  return { dispatcher, timeoutMs, fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }) };
}
