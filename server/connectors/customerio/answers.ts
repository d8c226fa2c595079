import { CustomerIORequestError } from "customerio-node";

/** True when Customer.io answered that there is no such thing. Decided by the status, never by words. */
export const isMissing = (error: unknown): boolean =>
  error instanceof CustomerIORequestError && error.statusCode === 404;

/** What it answered, or null when there is no such thing. */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

/** For a dry run: what reading answers, and what writing answers. */
export const dryRunAnswers =
  (read: object, written: object = {}) =>
  ({ method }: { method: string }) =>
    method === "GET" ? read : written;
