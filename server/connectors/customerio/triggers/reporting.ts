import { z } from "zod";
import { sampleReport } from "~/server/connectors/customerio/reporting-types";
import { defineTrigger } from "~/server/connectors/define-trigger";
import { Integer, optional, required } from "~/server/connectors/fields";

export const customerioReportingTrigger = defineTrigger({
  id: "customerio.reporting",
  app: "customerio",
  title: "Customer.io reports on a message or person",
  summary: "Starts when an email was opened, clicked or bounced, somebody unsubscribed, and the like.",
  docs: "https://docs.customer.io/api/webhooks/#operation/reportingWebhook",
  origin: "connection",
  dedupe: "Customer.io's event id: however often it reports an event, it starts one run.",
  config: z.strictObject({
    events: required(z.array(z.string()).min(1).max(100), {
      title: "Reports",
      description: "One or more kinds of report.",
    }),
    campaign: optional(Integer(), {
      title: "Only this campaign",
      description: "Of every campaign unless you choose one.",
      choices: "customerio.campaign",
    }),
  }),
  sample: { config: { events: ["email_opened"] }, event: sampleReport("email_opened") },
});
