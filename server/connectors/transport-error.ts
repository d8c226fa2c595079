export type TransportErrorKind = "timeout" | "refused" | "network" | "unreadable" | "too_large" | "limited";

interface Facts {
  /** False when it is certain that the vendor has seen nothing of the request. */
  requestMayHaveArrived: boolean;
  /** Of an answer that could not be read. */
  status?: number;
  headers?: Record<string, string>;
  /** When the limit that kept it here may let it out. */
  retryAfterMs?: number;
}

/** What goes wrong in our own transport, with the facts that decide about a retry. SDKs carry it as a cause. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  constructor(
    readonly kind: TransportErrorKind,
    message: string,
    readonly facts: Facts,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
