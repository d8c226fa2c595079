import { z } from "zod";
import { RequestInput, send } from "~/server/connectors/customerio/api-fields";
import { defineAction } from "~/server/connectors/define";

export const customerioApi = defineAction({
  id: "customerio.api",
  app: "customerio",
  title: "Any Customer.io request",
  summary: "Calls anything else that Customer.io can do, with this connection's keys and limits.",
  words: [
    "any|raw|custom|other cio request|call|api",
    "call|use|hit|make|send|do|run cio api|request",
    "call|use|hit|send|request cio api",
    "cio api",
  ],
  docs: "https://docs.customer.io/api/",
  effect: "send",
  bucket: "customerio.app",
  input: RequestInput,
  output: z.looseObject({}),
  sample: {
    input: { api: "track", method: "PUT", path: "/api/v1/customers/cus_123", body: { plan: "pro" } },
    output: {},
  },
  effectOf: ({ method, safe_to_retry }) => (method === "GET" ? "read" : safe_to_retry ? "upsert" : "send"),
  async run(client, input) {
    return { ...(await send(client, input)) };
  },
});
