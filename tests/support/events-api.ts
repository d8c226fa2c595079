import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface ListedEvent {
  id: string;
  object: "event";
  type: string;
  created: number;
  livemode: boolean;
  api_version: string;
  data: { object: { id: string; object: string } & Record<string, unknown> };
}

/** A Stripe account that lists what happened in it, whether a webhook told of it or not, and gives out its objects. */
export class EventsApi {
  /** Oldest first. */
  readonly events: ListedEvent[] = [];
  /** What `GET` of a path answers: an object, or a status. */
  readonly objects = new Map<string, object | number>();
  /** Paths that were asked for, with their query. */
  readonly asked: string[] = [];
  /** Status of the next lists, in turn; a list as usual without. */
  readonly refusals: number[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<EventsApi> {
    const server = createServer();
    const api = new EventsApi(server);
    server.on("request", (request, response) => {
      const [status, body] = api.answer(new URL(request.url ?? "", "http://stripe"));
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  get customerio() {
    return { track: `${this.origin}/track/api/v1`, app: `${this.origin}/app/v1` };
  }

  reset(): void {
    this.events.length = 0;
    this.objects.clear();
    this.asked.length = 0;
    this.refusals.length = 0;
  }

  /** Something happens in the account; nobody is told. */
  happen(at: Date, object: object = {}, type = "customer.created"): ListedEvent {
    const event: ListedEvent = {
      id: `evt_${randomBytes(8).toString("hex")}`,
      object: "event",
      type,
      created: Math.floor(at.getTime() / 1000),
      livemode: false,
      api_version: "2026-01-01",
      data: { object: { id: "cus_1", object: "customer", ...object } },
    };
    this.events.push(event);
    this.events.sort((a, b) => a.created - b.created);
    return event;
  }

  private answer({ pathname, searchParams, search }: URL): [number, object] {
    this.asked.push(pathname + search);
    if (pathname === "/v1/events") return this.list(searchParams);
    const found = this.objects.get(pathname) ?? {};
    if (typeof found !== "number") return [200, found];
    return [
      found,
      { error: { type: "invalid_request_error", code: "resource_missing", message: "No such object" } },
    ];
  }

  private list(query: URLSearchParams): [number, object] {
    const refused = this.refusals.shift();
    if (refused) return [refused, { error: { type: "api_error", message: "Not now" } }];
    const types = [...query].filter(([name]) => name.startsWith("types[")).map(([, value]) => value);
    const [from, to] = [query.get("created[gte]"), query.get("created[lte]")];
    const newestFirst = this.events
      .toReversed()
      .filter(
        ({ type, created }) =>
          (types.length === 0 || types.includes(type)) &&
          created >= Number(from ?? 0) &&
          created <= Number(to ?? Infinity),
      );
    const start = newestFirst.findIndex(({ id }) => id === query.get("starting_after")) + 1;
    const data = newestFirst.slice(start, start + Number(query.get("limit") ?? 10));
    return [
      200,
      { object: "list", data, has_more: start + data.length < newestFirst.length, url: "/v1/events" },
    ];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
export const days = (count: number) => count * 24 * 3_600;
