import { CdpInput, CdpOutput, sendCall } from "~/server/connectors/customerio/cdp-fields";
import { pipelinesOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";

export const cdp = defineAction({
  id: "customerio.cdp",
  app: "customerio",
  title: "Send to Pipelines",
  summary: "Sends a person, an event or a group through Customer.io's data pipelines.",
  words: [
    "pipeline",
    "cdp",
    "send|push|forward|route|stream|pipe|feed|identify|pass|go|call pipeline|cdp",
    "data pipeline",
    "track call pipeline|cdp",
  ],
  docs: "https://docs.customer.io/api/cdp/",
  effect: "keyed",
  bucket: "customerio.pipelines",
  input: CdpInput,
  output: CdpOutput,
  sample: {
    input: { call: "track", userId: "cus_123", event: "Paid", properties: { amount: 4900 } },
    output: { messageId: "9f2c", call: "track" },
  },
  async run(client, input, { key, eventTime }) {
    await sendCall(pipelinesOf(client), input, key, eventTime);
    return { messageId: key, call: input.call };
  },
});
