import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface ApiRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface ApiAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Text and bytes go out as they are, anything else as JSON. */
  body?: unknown;
  /** Closes the connection instead of answering. */
  hangUp?: boolean;
  /** Never answers. */
  silent?: boolean;
}

/** Any web API on 127.0.0.1: it answers what a test tells it to, in order, else 200 with an echo of the request. */
export class WebApi {
  readonly requests: ApiRequest[] = [];
  readonly answers: ApiAnswer[] = [];
  /** Answers that do not depend on their place in the order, as a token endpoint's. */
  readonly routes: Record<string, (request: ApiRequest) => ApiAnswer> = {};

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebApi> {
    const server = createServer();
    const api = new WebApi(server);
    server.on("request", async (incoming, outgoing) => {
      const { method = "", url = "", headers } = incoming;
      let body = "";
      for await (const chunk of incoming) body += chunk;
      const request = { method, path: url, headers, body };
      api.requests.push(request);
      const answer = api.routes[url]?.(request) ?? api.answers.shift() ?? { body: request };
      if (answer.hangUp) return void incoming.socket.destroy();
      if (answer.silent) return;
      const isPlain = typeof answer.body === "string" || answer.body instanceof Uint8Array;
      outgoing.writeHead(answer.status ?? 200, {
        ...(isPlain ? {} : { "content-type": "application/json" }),
        ...answer.headers,
      });
      outgoing.end(isPlain ? answer.body : JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  reset(): void {
    this.requests.length = 0;
    this.answers.length = 0;
    for (const path of Object.keys(this.routes)) delete this.routes[path];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
