import { rest } from "~/server/api/rest/routes";
import type { ServiceContext } from "~/server/services/context";
import { createToken } from "~/server/services/token/create";

export interface Reply<T = unknown> {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined when there is none. */
  json: T;
}

export interface Problem {
  path: string;
  severity: "error" | "warning";
  message: string;
  fix?: string;
}

export interface Failed {
  error: { code: string; message: string; details?: { problems?: Problem[]; [key: string]: unknown } };
}

interface Options {
  headers?: Record<string, string>;
  /** Sent as it is instead of JSON. */
  raw?: string | Uint8Array;
}

/** Everything that any outsider was answered, for the search for secrets. */
export const everythingAnswered: string[] = [];

/** A program outside Billhook with a workspace's token; the contract's app answers in this process, over a real database. */
export class Outsider {
  constructor(readonly token: string | null) {}

  static async of(ctx: ServiceContext): Promise<Outsider> {
    const { token } = await createToken(ctx, { name: "test" });
    return new Outsider(token);
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    { headers = {}, raw }: Options = {},
  ): Promise<Reply<T>> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await rest.request(`http://billhook.test/api/v1${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(sent === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent as BodyInit }),
    });
    const text = await response.text();
    everythingAnswered.push(text);
    const isJson = response.headers.get("content-type")?.includes("json");
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson && text ? JSON.parse(text) : undefined) as T,
    };
  }

  /** A call that is expected to be refused. */
  fails(method: string, path: string, body?: unknown, options?: Options): Promise<Reply<Failed>> {
    return this.call<Failed>(method, path, body, options);
  }
}
