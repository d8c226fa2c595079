import { toConnectorError } from "~/server/connectors/errors";
import { AppError } from "~/server/errors";

interface Asked {
  /** The connection's name. */
  name: string;
  app: "stripe" | "customerio";
  /** What was listed: "prices". */
  what: string;
}

const VENDORS = { stripe: "Stripe", customerio: "Customer.io" } as const;
const KEYS = { stripe: "API key", customerio: "App API key" } as const;

/** A failed list in the words of somebody who can do something about it. */
export function choiceError(error: unknown, { name, app, what }: Asked): AppError {
  if (error instanceof AppError) return error;
  const { status, retryAfterMs, message } = toConnectorError(error);
  const vendor = VENDORS[app];
  const details = status === undefined ? {} : { status };
  const options = { cause: error };
  if (status === 429) {
    const wait = retryAfterMs ? ` in ${Math.ceil(retryAfterMs / 1000)} seconds` : " in a moment";
    const text = `${vendor} is getting too many requests and lists no ${what} just now. Try again${wait}, or type the id.`;
    return new AppError(
      "rate_limited",
      text,
      { ...details, ...(retryAfterMs ? { retryAfterMs } : {}) },
      options,
    );
  }
  return new AppError("connection_rejected", explain(), details, options);

  function explain(): string {
    if (status === 401)
      return `${vendor} refused the ${KEYS[app]} of “${name}”: it has expired or was revoked. Connect the account again with a new key, or type the id.`;
    if (status === 403)
      return `The ${KEYS[app]} of “${name}” may not read ${what}. Allow it to in ${vendor}, then refresh; or type the id.`;
    if (status === undefined)
      return `${vendor} could not be reached: ${message} Try again in a moment, or type the id.`;
    return `${vendor} could not list ${what} just now (HTTP ${status}). Try again in a moment, or type the id.`;
  }
}
