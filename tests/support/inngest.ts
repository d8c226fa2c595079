import { serve } from "inngest/edge";
import { inngest } from "~/server/engine/inngest/client";
import { functions } from "~/server/engine/inngest/functions";

const handler = serve({ client: inngest, functions });
const URL_OF_APP = "http://billhook.test/api/inngest";

/** One operation that the SDK reports: a step that ran, failed or sleeps. */
export interface Op {
  op: string;
  id: string;
  name?: string;
  displayName?: string;
  data?: unknown;
  error?: unknown;
}

export interface Reply {
  status: number;
  retryAfter: string | null;
  noRetry: string | null;
  /** The operations of a 206; else the function's result or error. */
  body: unknown;
  ops: Op[];
}

export type StepStates = Record<string, { type: "data"; data: unknown }>;

/** What Inngest itself asks first: which functions are here? */
export async function introspect(): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await handler(new Request(URL_OF_APP, { headers: { host: "billhook.test" } }));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Calls a function once through the SDK's own handler, as Inngest's executor would. */
export async function callFunction(
  fnId: string,
  event: object,
  steps: StepStates,
  attempt = 0,
): Promise<Reply> {
  const states = Object.keys(steps);
  const response = await handler(
    new Request(`${URL_OF_APP}?fnId=billhook-${fnId}&stepId=step`, {
      method: "POST",
      headers: { host: "billhook.test", "content-type": "application/json" },
      body: JSON.stringify({
        version: 2,
        event,
        events: [event],
        steps,
        ctx: { run_id: "01TESTRUN", attempt, stack: { stack: states, current: states.length } },
      }),
    }),
  );
  const body: unknown = await response.json();
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    noRetry: response.headers.get("x-inngest-no-retry"),
    body,
    ops: response.status === 206 ? (body as Op[]) : [],
  };
}

/** Plays Inngest until the function ends or a step fails; sleeps pass at once. Returns every reply. */
export async function drive(fnId: string, event: object): Promise<Reply[]> {
  const steps: StepStates = {};
  const replies: Reply[] = [];
  for (let calls = 0; calls < 20; calls += 1) {
    const reply = await callFunction(fnId, event, steps);
    replies.push(reply);
    if (reply.status !== 206 || reply.ops.some(({ error }) => error)) return replies;
    for (const { id, data = null } of reply.ops) steps[id] = { type: "data", data };
  }
  throw new Error("The function did not end within 20 calls.");
}
