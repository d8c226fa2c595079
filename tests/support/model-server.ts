import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface Request {
  path: string;
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: { type: string; json_schema?: { schema: unknown } };
    max_tokens?: number;
  };
}

/** What the server does with one request: a model's words, or whatever a test writes itself. */
type Answer = string | object | ((response: ServerResponse) => void);

/** A server on 127.0.0.1 that speaks OpenAI's chat completions; tests say what the model answers next. */
export class ModelServer {
  readonly requests: Request[] = [];
  readonly answers: Answer[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ModelServer> {
    const server = createServer();
    const model = new ModelServer(server);
    server.on("request", async (request, response: ServerResponse) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      model.requests.push({ path: request.url ?? "", headers: request.headers, body: JSON.parse(body) });
      const answer = model.answers.shift() ?? "";
      if (typeof answer === "function") answer(response);
      else
        response
          .writeHead(200, { "content-type": "application/json" })
          .end(completion(typeof answer === "string" ? answer : JSON.stringify(answer)));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return model;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A whole answer in OpenAI's shape around a model's words. */
export function completion(content: string): string {
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_780_000_000,
    model: "fake",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}
