import type { Dispatcher } from "undici";

/**
 * Stands before the real controller of a request: an abort that comes before there is a connection is kept until
 * there is one, and pausing is not passed on, since the answer is complete when it is handed over.
 */
export class HeldController implements Dispatcher.DispatchController {
  private real: Dispatcher.DispatchController | null = null;
  private abortReason: Error | null = null;
  readonly paused = false;

  get aborted(): boolean {
    return this.abortReason !== null;
  }

  get reason(): Error | null {
    return this.abortReason;
  }

  /** True as soon as the request has a connection to go out on. */
  get isHeld(): boolean {
    return this.real !== null;
  }

  hold(controller: Dispatcher.DispatchController): void {
    if (controller === this) return;
    this.real = controller;
    if (this.abortReason) controller.abort(this.abortReason);
  }

  abort(reason: Error): void {
    if (this.abortReason) return;
    this.abortReason = reason;
    this.real?.abort(reason);
  }

  pause(): void {}
  resume(): void {}
}
