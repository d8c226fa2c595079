import * as fields from "~/server/connectors/customerio/batch-fields";
import { defineAction } from "~/server/connectors/define";

export const batch = defineAction({
  id: "customerio.batch",
  app: "customerio",
  title: "Do many at once",
  summary: "Sends many changes and events in few requests, each checked on its own.",
  words: [
    "batch|bulk update|send|operation|request|change|call",
    "send|run|make|do batch|bulk",
    "batch cio",
    "one batch",
  ],
  docs: "https://docs.customer.io/api/track/#operation/batch",
  effect: "upsert",
  bucket: "customerio.track",
  input: fields.BatchInput,
  output: fields.BatchOutput,
  sample: {
    input: {
      operations: [
        { type: "person", identifiers: { id: "42" }, action: "identify", attributes: { plan: "pro" } },
      ],
    },
    output: { sent: 1, failed: [] },
  },
  dryRunAnswer: () => ({}),
  async run({ track }, { operations, allow_failures }, { key, eventTime }) {
    const failed: ReturnType<typeof fields.failuresOf> = [];
    for (const part of fields.inParts(fields.withIds(operations, key, eventTime))) {
      failed.push(...fields.failuresOf(await track.batch(part.operations), part.from));
    }
    if (!allow_failures) fields.refuseFailures(failed, operations.length);
    return { sent: operations.length - failed.length, failed };
  },
});
