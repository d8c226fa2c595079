import { z } from "zod";
import { defineTrigger, ownEvent } from "~/server/connectors/define-trigger";
import { optional } from "~/server/connectors/fields";

export const runFailedTrigger = defineTrigger({
  id: "run.failed",
  app: "core",
  title: "A run fails",
  summary: "Starts when a run of another recipe has failed for good or its outcome is unknown.",
  words: [
    "run|recipe|automation|workflow|flow|zap|scenario|step|job|process fail|error|break|crash|die|stop|exception|problem|red",
    "fail|error|problem|exception in|of run|recipe|automation|workflow|flow",
    "fail|broken run|recipe|automation|workflow|flow",
    "go_wrong in recipe|automation|workflow|flow|run",
    "any|one|something automation|recipe|workflow|flow|run fail|break|error|stop|crash",
    "automation|recipe|workflow|flow stop error|fail",
    "another|other recipe fail",
  ],
  origin: "recipe",
  dedupe: "The failed run: each starts one run, and a run that failed here starts none.",
  config: z.strictObject({
    recipes: optional(z.array(z.uuid("Must be a recipe's id.")).max(100), {
      title: "Only of these recipes",
      description: "Of every other recipe unless you choose some.",
    }),
  }),
  sample: {
    config: {},
    event: ownEvent("0198f0a2-0000-7000-8000-000000000001", "run.failed", new Date(1_790_000_000_000), {
      run: {
        id: "0198f0a2-0000-7000-8000-000000000001",
        status: "failed",
        url: "https://billhook.example/w/demo/runs/0198f0a2",
      },
      recipe: { id: "0198f0a2-0000-7000-8000-000000000002", name: "Payment failed" },
      error: { code: "vendor_refused", message: "No such customer.", remedy: "Check the customer's id." },
      event: {
        id: "0198f0a2-0000-7000-8000-000000000003",
        externalId: "evt_123",
        type: "invoice.payment_failed",
      },
    }),
  },
});
