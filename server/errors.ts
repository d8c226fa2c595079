/** Every error code that leaves Billhook, with its HTTP status and tRPC code: the one map. */
export const ERROR_CODES = {
  invalid_input: { http: 400, trpc: "BAD_REQUEST" },
  bad_signature: { http: 400, trpc: "BAD_REQUEST" },
  unauthorized: { http: 401, trpc: "UNAUTHORIZED" },
  forbidden: { http: 403, trpc: "FORBIDDEN" },
  not_found: { http: 404, trpc: "NOT_FOUND" },
  method_not_allowed: { http: 405, trpc: "METHOD_NOT_SUPPORTED" },
  conflict: { http: 409, trpc: "CONFLICT" },
  body_too_large: { http: 413, trpc: "PAYLOAD_TOO_LARGE" },
  unsupported_media_type: { http: 415, trpc: "UNSUPPORTED_MEDIA_TYPE" },
  recipe_invalid: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  connection_rejected: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  rate_limited: { http: 429, trpc: "TOO_MANY_REQUESTS" },
  overloaded: { http: 503, trpc: "SERVICE_UNAVAILABLE" },
  internal: { http: 500, trpc: "INTERNAL_SERVER_ERROR" },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error whose message may be shown to the person who caused it. `details` is JSON. */
export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: unknown,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface PublicError {
  code: ErrorCode;
  message: string;
  details?: unknown;
}

/** What an outsider may know of any error: text of unknown errors stays inside. */
export function toPublicError(error: unknown): PublicError {
  if (error instanceof AppError) {
    const { code, message, details } = error;
    return details === undefined ? { code, message } : { code, message, details };
  }
  return {
    code: "internal",
    message: "Something went wrong on our side. Nothing was half-saved; please try again.",
  };
}

export function httpStatus(code: ErrorCode): number {
  return ERROR_CODES[code].http;
}

export function notFound(noun: string): AppError {
  return new AppError("not_found", `There is no such ${noun} in this workspace.`);
}
