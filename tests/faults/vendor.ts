import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a vendor may do to a request, beside answering it. */
export type FaultKind =
  | "429 with Retry-After"
  | "429"
  | "500"
  | "timeout"
  | "reset"
  | "reset after the work"
  | "truncated answer";

/** One effect that a recipe wants: which step, for whom. */
export type Step = "track" | "update" | "mail";

interface Asked {
  step: Step;
  customer: string;
  /** What the vendor knows a repeated request by; a mail has nothing. */
  key: string | undefined;
}

/** Which fault the `nth` request (from 0) for one effect meets; undefined when it is answered as it should be. */
export type Plan = (asked: Asked & { nth: number }) => FaultKind | undefined;

/**
 * Both vendors on 127.0.0.1, as they are with idempotency: work under a key that is known is not done again. It counts what
 * was really done.
 */
export class FaultyVendor {
  /** Effects by step and customer: the distinct keys that work was done under, or how many mails went out. */
  readonly done = new Map<string, number>();
  readonly refused = new Map<FaultKind, number>();
  private readonly keys = new Set<string>();
  private readonly asked = new Map<string, number>();
  plan: Plan = () => undefined;
  delayMs = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FaultyVendor> {
    const server = createServer();
    const vendor = new FaultyVendor(server);
    server.on("request", (request, response) => void vendor.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return vendor;
  }

  get endpoints() {
    const origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return { stripe: { api: origin }, customerio: { track: `${origin}/api/v1`, app: `${origin}/v1` } };
  }

  effects(step: Step, customer: string): number {
    return this.done.get(`${step}:${customer}`) ?? 0;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += chunk;
    const asked = askedOf(request, body);
    if (!asked) return void reply(response, 200, { id: "acct_1", object: "account" });
    const name = `${asked.step}:${asked.customer}`;
    const nth = this.asked.get(name) ?? 0;
    this.asked.set(name, nth + 1);
    if (this.delayMs) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const fault = this.plan({ ...asked, nth });
    if (fault) this.refused.set(fault, (this.refused.get(fault) ?? 0) + 1);
    switch (fault) {
      case undefined:
        this.work(asked);
        return reply(response, 200, {
          delivery_id: "d1",
          queued_at: 1,
          id: asked.customer,
          object: "customer",
        });
      case "429":
        return reply(response, 429, { error: { message: "slow down" } });
      case "429 with Retry-After":
        return reply(response, 429, { error: { message: "slow down" } }, { "retry-after": "1" });
      case "500":
        return reply(response, 500, { error: { message: "our fault" } });
      case "reset":
        return void request.socket.destroy();
      case "timeout":
        return;
      case "reset after the work":
        this.work(asked);
        return void request.socket.destroy();
      case "truncated answer":
        this.work(asked);
        response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
        response.write('{"id": "half');
        return void setTimeout(() => request.socket.destroy(), 20);
    }
  }

  private work({ step, customer, key }: Asked): void {
    const name = `${step}:${customer}`;
    if (key !== undefined) {
      if (this.keys.has(`${name}:${key}`)) return;
      this.keys.add(`${name}:${key}`);
    }
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function askedOf({ method, url = "", headers }: IncomingMessage, body: string): Asked | null {
  if (method !== "POST") return null;
  const parsed = (body.startsWith("{") ? JSON.parse(body) : {}) as { id?: string; to?: string };
  const tracked = /^\/api\/v1\/customers\/([^/]+)\/events/.exec(url)?.[1];
  if (tracked) return { step: "track", customer: tracked, key: parsed.id };
  const updated = /^\/v1\/customers\/([^/?]+)/.exec(url)?.[1];
  if (updated) return { step: "update", customer: updated, key: headers["idempotency-key"]?.toString() };
  const mailed = parsed.to?.split("@")[0];
  return mailed ? { step: "mail", customer: mailed, key: undefined } : null;
}

function reply(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
