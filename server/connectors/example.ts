import { openCustomerio, openStripe } from "./clients";
import type { Action } from "./define";
import { performAction } from "./perform";
import { createTransport } from "./transport";

const CUSTOMERIO = {
  siteId: "site_id",
  trackApiKey: "track_key",
  appApiKey: "app_key",
  cdpApiKey: "cdp_key",
};

type Captured = Parameters<Parameters<typeof createTransport>[0]["onRequest"]>[0];

export interface ActionExample {
  requests: Captured[];
  output: unknown;
}

/** What an action would send for an input, built by the official SDK; nothing leaves the machine. Throws on a bad input. */
export async function exampleOf(
  action: Action,
  input: unknown,
  eventTime = 1_790_000_000,
): Promise<ActionExample> {
  const requests: Captured[] = [];
  const transport = createTransport({
    dryRun: true,
    dryRunAnswer: action.dryRunAnswer ?? action.sample.output,
    allowLoopback: false,
    onRequest: (request) => requests.push(request),
  });
  const clients = {
    stripe: () => openStripe({ apiKey: "sk_test_example" }, { transport }),
    customerio: () => openCustomerio(CUSTOMERIO, { transport, region: "us" }),
    core: () => ({ startRecipe: async () => ({ runId: null, eventId: null }) }),
  };
  const client = clients[action.app]();
  const call = { key: "0".repeat(64), eventTime };
  return { requests, output: await performAction(action, client, action.input.parse(input), call) };
}
