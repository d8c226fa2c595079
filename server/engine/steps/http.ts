import { failureOf } from "~/server/connectors/http/failure";
import { buildRequest, type HttpRequest } from "~/server/connectors/http/request";
import { sendHttp } from "~/server/connectors/http/send";
import { shownInput } from "~/server/connectors/http/shown-input";
import type { LoadedRun } from "~/server/engine/load-run";
import { stepConnection } from "~/server/engine/step-connection";
import type { Walk } from "~/server/engine/walk";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import type { HttpStep } from "~/server/recipes/definition";
import { timeAfter } from "~/server/recipes/filters/time";
import { sendsBlindly } from "~/server/recipes/step-effect";
import type { CapturedRequest, ErrorView } from "~/server/services/run/schemas";
import type { OpenCall, Preparation } from "./calling";
import { fillIn } from "./fill-in";

const DEFAULT_TIMEOUT_MS = 30_000;
const LONGEST_TIMEOUT_MS = 120_000;

const READS = new Set(["GET", "HEAD"]);

/** Fills in an HTTP step's address, query, headers and body, and checks what came of it. */
export function prepareHttp({ run, scope }: Walk, step: HttpStep): Preparation {
  const { method, url, query, headers, body } = step;
  const given = {
    url,
    ...(query === undefined ? {} : { query }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
  };
  const filled = fillIn(given, step, scope);
  if (!("value" in filled)) return { ...filled, input: shownInput(filled.input) };
  // The log gets a copy without secrets; what is sent stays in the closure below.
  const input = shownInput({ method, ...(filled.value as object) });
  try {
    const request = buildRequest({ method, bodyType: step.bodyType, ...(filled.value as object) });
    const timeoutMs = timeoutOf(step);
    return { input, open: () => openCall(run, step, request, timeoutMs) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { input, error: invalidInput(error) };
  }
}

const invalidInput = ({ message }: AppError): ErrorView => ({
  code: "invalid_input",
  message,
  remedy: "Mend this step and publish again, or give the missing value a fallback.",
});

function timeoutOf({ timeout }: HttpStep): number {
  if (timeout === undefined) return DEFAULT_TIMEOUT_MS;
  const ms = timeAfter(0, timeout);
  if (ms !== null && ms >= 1000 && ms <= LONGEST_TIMEOUT_MS) return ms;
  throw new AppError("invalid_input", "timeout: must be a duration from PT1S to PT2M, like PT30S.");
}

/** Opens the step's connection, if it has one, for one request. Throws an `AppError` when it cannot be used. */
async function openCall(
  run: LoadedRun,
  step: HttpStep,
  request: HttpRequest,
  timeoutMs: number,
): Promise<OpenCall> {
  const connection = step.connection ? await stepConnection(run.workspaceId, step.connection) : null;
  if (connection && connection.app !== "http")
    throw new AppError(
      "invalid_input",
      `Step "${step.id}" needs a connection of a web API, or none. The one it has is of ${connection.app}.`,
    );
  const requests: CapturedRequest[] = [];
  const logs: string[] = [];
  if (connection && connection.credentials.origin !== request.url.origin)
    logs.push(
      `The connection's secret was not sent: it is for ${connection.credentials.origin}, and this address is of ${request.url.origin}.`,
    );
  const options = {
    dryRun: run.dryRun,
    allowLoopback: connection?.allowLoopback ?? env.ALLOW_LOOPBACK,
    timeoutMs,
    onRequest: (captured: CapturedRequest) => requests.push(captured),
    ...(connection ? { connection } : {}),
  };
  return {
    sends: sendsBlindly(step) && !run.dryRun,
    requests,
    logs,
    make: async (_shown, key) => {
      const answer = await sendHttp(withKey(request, key), options);
      const failure = step.accept === "any" ? null : failureOf(answer, request);
      if (failure) throw failure;
      return answer;
    },
  };
}

/** Servers that know the header do a request once, however often it arrives. */
function withKey(request: HttpRequest, key: string): HttpRequest {
  if (READS.has(request.method)) return request;
  return { ...request, headers: { "idempotency-key": key, ...request.headers } };
}
