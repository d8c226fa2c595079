import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { at, holds, type Json } from "./inngest-expressions";

interface SentEvent {
  id?: string;
  name: string;
  data: Json;
}

/** A function as an app registers it. */
export interface Registered {
  id: string;
  triggers: { event?: string; cron?: string }[];
  steps: { step: { runtime: { url: string }; retries?: { attempts: number } } };
  idempotency?: string;
  cancel?: { event: string; if?: string }[];
  concurrency?: number | { key?: string; limit: number };
  [option: string]: unknown;
}

/** One run of a function. */
interface Execution {
  id: string;
  fn: Registered;
  event: SentEvent;
  steps: Record<string, unknown>;
  attempt: number;
  /** When it goes on, by this server's clock. */
  due: number;
  isUnderWay: boolean;
  over: (() => void)[];
}

type Op = { op: string; id: string; name?: string; data?: unknown; error?: unknown };

const BACKOFF_MS = 15_000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

/**
 * Plays Inngest on 127.0.0.1 as its protocol says: apps register over HTTP, events start functions, and each function is
 * called until it ends, with sleeps, retries, step errors, failure handlers, cancellation, idempotency and concurrency.
 * Its clock can be put forward, and nothing happens by cron unless it is asked to.
 */
export class InngestServer {
  readonly functions: Registered[] = [];
  readonly events: SentEvent[] = [];
  /** Every call of a function, and the run of ours that it was about. */
  private readonly calls: { fn: string; runId: unknown }[] = [];
  /** Answers 503 while true. */
  down = false;
  /** With checkpoints, as current servers do, the SDK goes on after a step within one call. */
  checkpoints = true;
  /** Runs when events arrive, before they are answered. */
  onEvents: () => Promise<void> = async () => undefined;
  private readonly executions = new Set<Execution>();
  private readonly heard = new Set<string>();
  private passed = 0;
  private count = 0;
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<InngestServer> {
    const server = createServer();
    const inngest = new InngestServer(server);
    server.on("request", async (request, response) => {
      const body = await bodyOf(request);
      const answer = inngest.down ? undefined : await inngest.answer(request.url ?? "", body);
      response.writeHead(answer ? 200 : 503, { "content-type": "application/json" });
      response.end(JSON.stringify(answer ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return inngest;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How many functions of a run of ours sleep, wait for a try, or are under way. */
  open(runId: string): number {
    return [...this.executions].filter(({ event }) => event.data.runId === runId).length;
  }

  /** How often functions of a run of ours were called. */
  callsFor(runId: string): number {
    return this.calls.filter((call) => call.runId === runId).length;
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.executions.clear();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Puts the clock forward. */
  pass(ms: number): void {
    this.passed += ms;
    this.pump();
  }

  /** Runs a function as its cron would; resolves when it has ended. */
  cron(id: string): Promise<void> {
    const fn = this.functions.find((one) => one.id === `billhook-${id}`);
    if (!fn) throw new Error(`No function ${id} is registered.`);
    return this.begin(fn, { name: "inngest/scheduled.timer", data: { cron: fn.triggers[0]?.cron } });
  }

  private now(): number {
    return Date.now() + this.passed;
  }

  private async answer(url: string, body: string): Promise<object | undefined> {
    if (url.startsWith("/health")) return {};
    if (url.startsWith("/v1/checkpoint/")) return this.checkpoint(JSON.parse(body));
    if (url.startsWith("/fn/register")) {
      this.functions.splice(0, this.functions.length, ...JSON.parse(body).functions);
      return { ok: true, status: 200, modified: true };
    }
    if (!url.startsWith("/e/")) return undefined;
    const events: SentEvent[] = [JSON.parse(body)].flat();
    await this.onEvents();
    for (const event of events) this.hear(event);
    return { ids: events.map(({ id }) => id ?? "x"), status: 200 };
  }

  private hear(event: SentEvent): void {
    this.events.push(event);
    for (const execution of this.executions)
      for (const { event: name, if: expression } of execution.fn.cancel ?? [])
        if (name === event.name && holds(expression, { event: execution.event, async: event }))
          this.end(execution);
    if (event.id && this.heard.has(`event ${event.id}`)) return;
    if (event.id) this.heard.add(`event ${event.id}`);
    for (const fn of this.functions) {
      if (!fn.triggers.some((trigger) => trigger.event === event.name)) continue;
      const key = fn.idempotency ? `${fn.id} ${at({ event }, fn.idempotency)}` : undefined;
      if (key && this.heard.has(key)) continue;
      if (key) this.heard.add(key);
      void this.begin(fn, event);
    }
  }

  private begin(fn: Registered, event: SentEvent): Promise<void> {
    this.count += 1;
    const id = `01STANDIN${String(this.count).padStart(17, "0")}`;
    return new Promise((resolve) => {
      const due = this.now();
      this.executions.add({ id, fn, event, steps: {}, attempt: 0, due, isUnderWay: false, over: [resolve] });
      this.pump();
    });
  }

  private end(execution: Execution): void {
    this.executions.delete(execution);
    for (const tell of execution.over) tell();
  }

  private hasPlace({ fn: { id, concurrency = 100 }, event }: Execution): boolean {
    const { key, limit } = typeof concurrency === "number" ? { limit: concurrency } : concurrency;
    const of = (one: SentEvent) => (key ? at({ event: one }, key) : "");
    const isBeside = (one: Execution) => one.isUnderWay && one.fn.id === id && of(one.event) === of(event);
    return [...this.executions].filter(isBeside).length < limit;
  }

  private pump(): void {
    clearTimeout(this.timer);
    const idle = [...this.executions].filter(({ isUnderWay }) => !isUnderWay);
    for (const execution of idle)
      if (execution.due <= this.now() && this.hasPlace(execution)) void this.call(execution);
    const next = Math.min(...idle.filter(({ isUnderWay }) => !isUnderWay).map(({ due }) => due));
    if (Number.isFinite(next))
      this.timer = setTimeout(() => this.pump(), Math.min(60_000, Math.max(20, next - this.now())));
  }

  private async call(execution: Execution): Promise<void> {
    execution.isUnderWay = true;
    const { id, fn, event, steps, attempt } = execution;
    const { runtime, retries } = fn.steps.step;
    const stack = Object.keys(steps);
    const ctx = {
      run_id: id,
      attempt,
      max_attempts: (retries?.attempts ?? 0) + 1,
      stack: { stack, current: stack.length },
      ...(this.checkpoints ? { fn_id: fn.id, qi_id: id } : {}),
    };
    const reply = await fetch(runtime.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ version: 2, event, events: [event], steps, ctx }),
    }).catch(() => new Response("null", { status: 502 }));
    const body: unknown = await reply.json().catch(() => null);
    const ops = reply.status === 206 ? (body as Op[]) : [];
    this.calls.push({ fn: fn.id, runId: event.data.runId });
    execution.isUnderWay = false;
    if (!this.executions.has(execution)) return this.pump();
    if (reply.status === 206) for (const op of ops) this.note(execution, op, reply.headers);
    else if (reply.status === 200) this.end(execution);
    else this.fail(execution, reply.headers, body);
    this.pump();
  }

  private checkpoint({ run_id: id, steps }: { run_id: string; steps: Op[] }): object {
    for (const execution of this.executions)
      if (execution.id === id) for (const op of steps) this.note(execution, op, new Headers());
    return {};
  }

  private note(execution: Execution, { op, id, name = "", data = null, error }: Op, headers: Headers): void {
    const { steps } = execution;
    if (op === "RunComplete") this.end(execution);
    else if (op === "StepError") this.again(execution, headers);
    else {
      execution.attempt = 0;
      if (op === "Sleep") execution.due = Date.parse(name);
      steps[id] = op === "StepFailed" ? { type: "error", error } : { type: "data", data };
    }
  }

  private again(execution: Execution, headers: Headers): void {
    execution.attempt += 1;
    const asked = headers.get("retry-after");
    execution.due = asked ? Date.parse(asked) : this.now() + BACKOFF_MS;
  }

  private fail(execution: Execution, headers: Headers, error: unknown): void {
    const most = execution.fn.steps.step.retries?.attempts ?? 0;
    if (headers.get("x-inngest-no-retry") !== "true" && execution.attempt < most)
      this.again(execution, headers);
    else this.giveUp(execution, error);
  }

  private giveUp(execution: Execution, error: unknown): void {
    const { fn, event, id } = execution;
    this.end(execution);
    const handler = this.functions.find((one) => one.id === `${fn.id}-failure`);
    const data = { function_id: fn.id, run_id: id, error, event };
    if (handler) void this.begin(handler, { name: "inngest/function.failed", data });
  }
}
