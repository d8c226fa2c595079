import { toConnectorError } from "~/server/connectors/errors";

const FIRST_MS = 30_000;
const SLOWEST_MS = 3_600_000;

/** When to look again after so many failed looks in a row: ever later, or as late as the vendor asked for, an hour at most. */
export function lookAgainAt(failures: number, error: unknown): Date {
  const asked = toConnectorError(error).retryAfterMs ?? 0;
  return new Date(Date.now() + Math.min(Math.max(FIRST_MS * 2 ** (failures - 1), asked), SLOWEST_MS));
}
