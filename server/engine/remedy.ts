import type { ConnectorError } from "~/server/connectors/errors";

/** What a person can do about a failed call, in plain words. */
export function remedyFor({ kind, status }: ConnectorError): string {
  if (status === 401)
    return "The key was refused. Reconnect the account with a valid key, then run this again.";
  if (status === 403)
    return "The key lacks a permission for this call. Add it in the vendor's dashboard, then run this again.";
  if (status === 404)
    return "The thing this step names does not exist in the connected account. Check the id and the account's mode.";
  if (status === 429) return "The account's rate limit is used up. Billhook tries again by itself.";
  if (status !== undefined && status >= 500) return "The vendor had a fault. Billhook tries again by itself.";
  if (status !== undefined)
    return "The vendor refused these values. Compare the request with the answer, mend the step and publish again.";
  if (kind === "refused") return "This address is not allowed. Only public addresses can be reached.";
  return "The vendor could not be reached. Billhook tries again by itself.";
}
