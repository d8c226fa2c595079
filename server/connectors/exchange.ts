import type { Dispatcher } from "undici";
import { checkAddress } from "./address-guard";
import { captured, type RawHeaders } from "./capture";
import { asChunks, flatten, isJson, isRedirect, recorded, sendable } from "./exchange-parts";
import { HeldController } from "./held-controller";
import type { TransportOptions } from "./transport";
import { TransportError, type TransportErrorKind } from "./transport-error";

type Options = TransportOptions & { timeoutMs: number };
type Handler = Dispatcher.DispatchHandler;

const MAX_REDIRECTS = 5;

/**
 * An undici interceptor around one whole exchange: the answer is held back until it is complete, so that the SDK
 * gets either all of it or one typed error.
 */
export function exchangeInterceptor(options: Options): Dispatcher.DispatcherComposeInterceptor {
  const redirects = { left: MAX_REDIRECTS };
  return (dispatch) => (request, handler) => {
    const go = () => {
      const exchange = new Exchange(options, request, handler, redirects);
      if (exchange.isRefused()) return true;
      if (!options.dryRun) return dispatch(exchange.request, exchange);
      void exchange.pretend();
      return true;
    };
    if (options.dryRun || !options.beforeRequest) return go();
    const url = new URL(request.path, request.origin?.toString()).href;
    // What is not let out has no entry in the log: it never was a request.
    const stop = (error: Error) => handler.onResponseError?.(new HeldController(), error);
    options.beforeRequest(url).then(go).catch(stop);
    return true;
  };
}

class Exchange implements Handler {
  readonly request: Dispatcher.DispatchOptions;
  private readonly started = performance.now();
  private readonly controller = new HeldController();
  private readonly url: URL;
  private readonly sent: Uint8Array[] = [];
  private readonly received: Buffer[] = [];
  private readonly timer: NodeJS.Timeout;
  private answer: { status: number; headers: RawHeaders } | null = null;
  private size = 0;
  private isOver = false;

  constructor(
    private readonly options: Options,
    request: Dispatcher.DispatchOptions,
    private readonly handler: Handler,
    private readonly redirects: { left: number },
  ) {
    this.url = new URL(request.path, request.origin?.toString());
    this.request = {
      ...request,
      headers: sendable(request.headers),
      body: recorded(request.body, this.sent),
    };
    this.timer = setTimeout(() => this.giveUp(), options.timeoutMs);
  }

  isRefused(): boolean {
    try {
      checkAddress(this.url, this.options.allowLoopback);
      return false;
    } catch (error) {
      this.fail(error);
      return true;
    }
  }

  /** Reads the body as sending would, and answers as the vendor might. */
  async pretend(): Promise<void> {
    try {
      this.onRequestStart(this.controller, {});
      for await (const _chunk of asChunks(this.request.body) ?? []);
      const { dryRunAnswer = {} } = this.options;
      const request = { method: this.request.method, url: this.url.href };
      const answer = typeof dryRunAnswer === "function" ? dryRunAnswer(request) : dryRunAnswer;
      this.answer = { status: 200, headers: { "content-type": "application/json" } };
      this.received.push(Buffer.from(JSON.stringify(answer) ?? "{}"));
      this.succeed();
    } catch (error) {
      this.fail(error);
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.controller.hold(controller);
    if (!this.isOver) this.handler.onRequestStart?.(this.controller, context);
  }

  onResponseStart(_: unknown, status: number, headers: Dispatcher.DispatchOptions["headers"]): void {
    if (status >= 200) this.answer = { status, headers: flatten(headers) };
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    if (this.isOver) return;
    this.size += chunk.length;
    const { maxResponseBytes: most = Number.POSITIVE_INFINITY } = this.options;
    if (this.size <= most) this.received.push(chunk);
    else this.fail(this.problem("too_large", `${this.url.host} answered with more than ${most} bytes.`));
  }

  onResponseEnd(): void {
    const why = this.answer && this.whyUnreadable(this.answer.status);
    if (why)
      this.fail(this.problem("unreadable", `${this.url.host} answered ${this.answer?.status}. ${why}`));
    else this.succeed();
  }

  onResponseError(_: unknown, error: Error): void {
    this.fail(error);
  }

  private giveUp(): void {
    const seconds = this.options.timeoutMs / 1000;
    this.fail(this.problem("timeout", `${this.url.host} did not answer within ${seconds} seconds.`));
  }

  private whyUnreadable(status: number): string | null {
    if (this.options.anyAnswer) return null;
    if (isRedirect(status)) {
      this.redirects.left -= 1;
      return this.redirects.left < 0 ? "It sends from one address to the next." : null;
    }
    const body = Buffer.concat(this.received);
    return body.length > 0 && !isJson(body) ? "The answer is not JSON." : null;
  }

  private problem(kind: TransportErrorKind, message: string, cause?: unknown): TransportError {
    const facts = { requestMayHaveArrived: this.controller.isHeld, ...this.answer };
    return new TransportError(kind, message, facts, { cause });
  }

  private succeed(): void {
    if (this.isOver || !this.answer) return;
    this.end();
    const { "content-length": _length, ...headers } = this.answer.headers;
    this.handler.onResponseStart?.(this.controller, this.answer.status, headers, "");
    for (const chunk of this.received) this.handler.onResponseData?.(this.controller, chunk);
    this.handler.onResponseEnd?.(this.controller, {});
  }

  private fail(thrown: unknown): void {
    if (this.isOver) return;
    const error =
      thrown instanceof TransportError
        ? thrown
        : this.problem("network", `The connection to ${this.url.host} failed.`, thrown);
    this.end();
    this.controller.abort(error);
    this.handler.onResponseError?.(this.controller, error);
  }

  /** Writes the log's entry; whatever the socket reports afterwards is no longer ours. */
  private end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    const { method, headers } = this.request;
    const exchange = {
      method,
      url: this.url.href,
      headers: flatten(headers),
      body: Buffer.concat(this.sent),
      response: this.answer && { ...this.answer, body: Buffer.concat(this.received) },
      durationMs: performance.now() - this.started,
      dryRun: this.options.dryRun ?? false,
    };
    this.options.onRequest(captured(exchange, this.options.hidden));
  }
}
