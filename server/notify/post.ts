import { createTransport } from "~/server/connectors/transport";
import { TransportError } from "~/server/connectors/transport-error";
import { env } from "~/server/env";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { withoutAddress } from "./hide";
import type { Sending } from "./message";

const TIMEOUT_MS = 15_000;

interface Post {
  body: string;
  headers?: Record<string, string>;
}

/**
 * POSTs JSON to an address that a user chose, through the guarded transport, and returns the status of a success. The
 * answer may be any text; a redirect is not followed. Throws `TransportError`.
 */
export async function postJson(
  address: string,
  { body, headers = {} }: Post,
  sending: Sending,
): Promise<number> {
  let answer: CapturedRequest["response"] = null;
  const transport = createTransport({
    dryRun: sending.dryRun,
    // Slack says "ok".
    anyAnswer: true,
    allowLoopback: env.ALLOW_LOOPBACK,
    timeoutMs: TIMEOUT_MS,
    onRequest: (captured) => {
      const shown = withoutAddress(captured, address);
      answer = shown.response;
      sending.onRequest(shown);
    },
  });
  const request = {
    method: "POST",
    redirect: "manual" as const,
    headers: { "content-type": "application/json", "user-agent": "Billhook", ...headers },
    body,
  };
  const { status } = await transport.fetch(address, request);
  if (status >= 300 && answer) throw refusal(new URL(address).host, answer);
  return status;
}

const LONGEST_REASON = 160;

function refusal(host: string, { status, headers, body }: NonNullable<CapturedRequest["response"]>): Error {
  const said = (typeof body === "string" ? body : JSON.stringify(body ?? "")).replace(/\s+/g, " ").trim();
  const reason = said && said !== '""' ? `: ${said.slice(0, LONGEST_REASON)}` : "";
  const what = status < 400 ? ": it sends on to another address. Enter that address in the channel" : reason;
  const facts = { requestMayHaveArrived: true, status, headers };
  return new TransportError("unreadable", `${host} answered ${status}${what}.`, facts);
}
