import { CustomerIORequestError, MissingParamError } from "customerio-node";
import Stripe from "stripe";
import { z } from "zod";
import { maskText } from "./mask";
import { TransportError } from "./transport-error";

const CustomerioErrors = z.object({
  meta: z.object({ error: z.string().optional(), errors: z.array(z.string()).optional() }).optional(),
  errors: z
    .array(
      z.object({
        detail: z.string().optional(),
        reason: z.string().optional(),
        message: z.string().optional(),
      }),
    )
    .optional(),
  error: z.string().optional(),
});

/** What is certain about a failed call; the engine decides from these facts alone. */
export interface ConnectorError {
  /** `http`: the vendor answered; `refused`: we did not let it out; `limited`: not now; `invalid`: the SDK did not take the input. */
  kind: "http" | "network" | "timeout" | "refused" | "limited" | "invalid";
  status?: number;
  /** The vendor's machine-readable code: Stripe's decline code, error code or error type. */
  code?: string;
  retryAfterMs?: number;
  message: string;
  /** What a person can do about it, where the facts do not say. */
  remedy?: string;
  /** False only when the vendor certainly saw nothing of it. */
  requestMayHaveArrived: boolean;
}

/** A failed call whose facts are known already. */
export class ConnectorFailure extends Error {
  override readonly name = "ConnectorFailure";
  constructor(
    readonly facts: ConnectorError,
    options?: ErrorOptions,
  ) {
    super(facts.message, options);
  }
}

const ASK_FOR_LESS = "Ask for less, for example with a smaller page, or fetch only the fields you need.";

/** Reads the facts out of whatever an SDK threw. */
export function toConnectorError(error: unknown): ConnectorError {
  if (error instanceof ConnectorFailure) return error.facts;
  const transport = transportErrorIn(error);
  if (transport) return fromTransport(transport);
  if (error instanceof Stripe.errors.StripeError) return fromStripe(error);
  if (error instanceof CustomerIORequestError) {
    return answered(error.statusCode, error.response?.headers ?? {}, customerioMessage(error));
  }
  if (isSdkTimeout(error)) return { kind: "timeout", message: text(error), requestMayHaveArrived: true };
  const kind = error instanceof MissingParamError || !isFetchFailure(error) ? "invalid" : "network";
  return { kind, message: text(error), requestMayHaveArrived: kind === "network" };
}

function fromTransport({ kind, message, facts }: TransportError): ConnectorError {
  const { requestMayHaveArrived, status, headers } = facts;
  if (kind === "too_large")
    return {
      ...answered(status ?? 200, headers ?? {}, message),
      code: "answer_too_large",
      remedy: ASK_FOR_LESS,
    };
  if (kind === "limited")
    return { kind, message, requestMayHaveArrived, retryAfterMs: facts.retryAfterMs ?? 0 };
  if (kind !== "unreadable") return { kind, message, requestMayHaveArrived };
  // A success that cannot be read says as little as a lost answer.
  if (status !== undefined && status >= 300) return answered(status, headers ?? {}, message);
  return { kind: "network", message, requestMayHaveArrived };
}

function fromStripe(error: Stripe.errors.StripeError): ConnectorError {
  const { statusCode: status, message } = error;
  if (status === undefined)
    return { kind: "network", message: maskText(message), requestMayHaveArrived: true };
  const code = error.decline_code || error.code || error.rawType;
  return { ...answered(status, error.headers ?? {}, message), ...(code ? { code } : {}) };
}

/** The SDK reads one of Customer.io's three error envelopes; this reads the others too. */
function customerioMessage({ body, message }: CustomerIORequestError): string {
  const parsed = CustomerioErrors.safeParse(safeJson(body));
  if (!parsed.success) return message;
  const { meta, errors, error } = parsed.data;
  const details = [
    ...(errors ?? []).map(({ detail, reason, message: text }) => detail ?? reason ?? text),
    ...(meta?.errors ?? []),
    meta?.error,
    error,
  ].filter((detail) => detail !== undefined);
  return details.length > 0 ? details.join("; ") : message;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answered(status: number, headers: Record<string, unknown>, message: string): ConnectorError {
  const retryAfterMs = parseRetryAfter(headers["retry-after"], Date.now());
  const facts = { kind: "http", status, message: maskText(message), requestMayHaveArrived: true } as const;
  return retryAfterMs === undefined ? facts : { ...facts, retryAfterMs };
}

/** `Retry-After` in seconds or as an HTTP date, in milliseconds from `now`; undefined when it is neither. */
export function parseRetryAfter(header: unknown, now: number): number | undefined {
  if (typeof header !== "string" || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** SDKs wrap: fetch as `cause`, Stripe as `detail`. */
function transportErrorIn(error: unknown, depth = 0): TransportError | undefined {
  if (error instanceof TransportError) return error;
  if (!(error instanceof Error) || depth > 5) return undefined;
  const detail = "detail" in error ? transportErrorIn(error.detail, depth + 1) : undefined;
  return detail ?? transportErrorIn(error.cause, depth + 1);
}

function isSdkTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
}

/** fetch reports a broken connection as a TypeError with a cause; a TypeError of ours has none. */
function isFetchFailure(error: unknown): boolean {
  return error instanceof TypeError && error.cause !== undefined;
}

function text(error: unknown): string {
  return maskText(error instanceof Error ? error.message : String(error));
}
