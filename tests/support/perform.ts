import { openCustomerio, openStripe } from "~/server/connectors/clients";
import type { Action, Call, Clients } from "~/server/connectors/define";
import { performAction } from "~/server/connectors/perform";
import { createTransport } from "~/server/connectors/transport";
import type { CapturedRequest } from "~/server/services/run/schemas";
import type { Vendors } from "./vendors";

export const CALL: Call = { key: "contract-key", eventTime: 1_790_000_000 };

interface Options {
  captured?: CapturedRequest[];
  dryRun?: boolean;
}

/** Performs actions as the engine does, through the official SDKs, against the stub of their vendors. */
export const performAt =
  (vendors: Vendors | null) =>
  async (
    action: Action,
    input: unknown,
    { captured = [], dryRun = false }: Options = {},
  ): Promise<unknown> => {
    if (!vendors) throw new Error("There is no stub.");
    const transport = createTransport({
      allowLoopback: true,
      dryRun,
      dryRunAnswer: action.dryRunAnswer ?? action.sample.output,
      onRequest: (one) => captured.push(one),
    });
    const client: Clients[keyof Clients] =
      action.app === "stripe"
        ? openStripe({ apiKey: "sk_test_stub" }, { transport, endpoints: vendors.endpoints.stripe })
        : openCustomerio(
            { siteId: "site", trackApiKey: "key", appApiKey: "app", cdpApiKey: "cdp" },
            { transport, endpoints: vendors.endpoints.customerio, region: "us" },
          );
    return performAction(action, client, action.input.parse(input), CALL);
  };
