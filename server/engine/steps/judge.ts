import type { ConnectorError } from "~/server/connectors/errors";
import type { LoadedRun } from "~/server/engine/load-run";
import { classify, type RetryClass } from "~/server/engine/retry";
import { confirmKeys } from "~/server/services/connection/confirm-keys";
import { systemContext } from "~/server/services/context";
import type { OpenCall } from "./calling";

export interface Verdict {
  kind: RetryClass;
  /** Where the account's keys are refused, or were replaced while the call was under way. */
  keys?: "held" | "changed";
}

/** What a failed call is: the step's failure, the account's, or nobody knows. */
export async function judge(
  run: LoadedRun,
  call: OpenCall,
  failure: ConnectorError,
  started: Date,
): Promise<Verdict> {
  const kind = classOf(failure, call);
  const { account } = call;
  if (!account || !blamesKeys(failure)) return { kind };
  const { connectionId: id } = account.quota;
  const asked = { sealed: account.sealed, since: started };
  // Whatever keeps the check from being made says nothing about the call.
  const verdict = await confirmKeys(systemContext(run.workspaceId), id, asked).catch(() => "unsure" as const);
  if (verdict === "held" || verdict === "changed") return { kind, keys: verdict };
  return { kind: verdict === "unsure" ? "transient" : kind };
}

/** Stripe says `account_invalid` with a 403 when the access to an account was withdrawn. */
const blamesKeys = ({ status, code }: ConnectorError) =>
  status === 401 || code === "api_key_expired" || code === "account_invalid";

/** A send that broke on our side after its request went out, and was not turned down, may have reached somebody. */
function classOf(failure: ConnectorError, { sends, requests }: OpenCall): RetryClass {
  const answer = requests.at(-1)?.response;
  const wasTurnedDown = answer !== undefined && answer !== null && answer.status >= 400;
  if (sends && failure.kind === "invalid" && requests.length > 0 && !wasTurnedDown) return "ambiguous";
  return classify(failure, sends);
}
