import type { ConnectorError } from "~/server/connectors/errors";
import type { ErrorView } from "~/server/services/run/schemas";

const UNREACHABLE =
  "The vendor could not be reached. Check the connection's address, then run this again when the vendor is back.";

/** What a person can do about a call that failed for good, in plain words. */
export function remedyFor({ kind, status, remedy }: ConnectorError): string {
  if (remedy) return remedy;
  if (status === 401)
    return "The key was refused. Reconnect the account with a valid key, then run this again.";
  if (status === 403)
    return "The key lacks a permission for this call. Add it in the vendor's dashboard, then run this again.";
  if (status === 404)
    return "The thing this step names does not exist in the connected account. Check the id and the account's mode.";
  if (status === 429)
    return "The account's rate limit is used up. Run this again when less is going on, or ask the vendor for a higher limit.";
  if (status !== undefined && status >= 500)
    return "The vendor had a fault. Run this again when the vendor's status page says that it is over.";
  if (status !== undefined)
    return "The vendor refused these values. Compare the request with the answer, mend the step and publish again.";
  if (kind === "refused") return "This address is not allowed. Only public addresses can be reached.";
  if (kind === "invalid") return "Mend this step, or the connection it uses, then run this again.";
  return UNREACHABLE;
}

/** What is true while Billhook itself goes on trying. */
export const WAITING_REMEDY = "Nothing to do: Billhook tries again by itself.";

/** The account and not the step is what somebody has to look after. */
export const RECONNECT_REMEDY =
  "Connect the account again on the connection's page. Runs that wait for it go on by themselves.";

/** Nobody but a person can find out what became of it. */
export const OUTCOME_UNKNOWN: ErrorView = {
  code: "outcome_unknown",
  message: "This may or may not have been done: the answer was lost.",
  remedy: "Look in the app that was called whether it was done before you run this again.",
};

/** Why a run ends that no vendor failed. */
export const GIVEN_UP: ErrorView = {
  code: "engine",
  message: "Billhook itself could not execute this run, in several tries.",
  remedy: "Run it again. If it happens once more, send us the run's address.",
};
