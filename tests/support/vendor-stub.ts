import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StubRequest {
  method: string;
  path: string;
  idempotencyKey: string | undefined;
  body: string;
  authorization: string | undefined;
  /** When it arrived, on `performance.now()`. */
  at: number;
}

export interface StubAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Runs before the answer goes out. */
  before?: () => Promise<unknown>;
  /** Closes the connection instead of answering. */
  hangUp?: boolean;
}

const STRIPE_CUSTOMER = { id: "cus_1", object: "customer", email: "ada@example.com", metadata: {} };

/** A vendor on 127.0.0.1 whose next answers a test decides; without any it answers as both vendors do when all is well. */
export class VendorStub {
  readonly requests: StubRequest[] = [];
  readonly answers: StubAnswer[] = [];
  /** Answers whatever no test prepared an answer for; undefined where all is well. */
  otherwise: (request: StubRequest) => StubAnswer | undefined = () => undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<VendorStub> {
    const server = createServer();
    const stub = new VendorStub(server);
    server.on("request", (request, response) => void stub.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return stub;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a Customer.io connection takes as `endpoints`. */
  get customerio(): { track: string; app: string } {
    return { track: `${this.origin}/api/v1`, app: `${this.origin}/v1` };
  }

  /** Forgets what was asked and what was to be answered. */
  reset(): void {
    this.requests.length = 0;
    this.answers.length = 0;
    this.otherwise = () => undefined;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const { method = "", url = "" } = request;
    let body = "";
    for await (const chunk of request) body += chunk;
    const { authorization } = request.headers;
    const idempotencyKey = request.headers["idempotency-key"]?.toString();
    const asked = { method, path: url, idempotencyKey, body, authorization, at };
    this.requests.push(asked);
    const answer = this.answers.shift() ?? this.otherwise(asked) ?? {};
    await answer.before?.();
    if (answer.hangUp) return void request.socket.destroy();
    const usual = url.startsWith("/v1/customers") ? STRIPE_CUSTOMER : { delivery_id: "d1", queued_at: 1 };
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(JSON.stringify(answer.body ?? usual));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
