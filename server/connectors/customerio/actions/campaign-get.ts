import { z } from "zod";
import { Row } from "~/server/connectors/customerio/fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";
import { Integer, optional, present } from "~/server/connectors/fields";

export const campaignGet = defineAction({
  id: "customerio.campaign.get",
  app: "customerio",
  title: "Get campaigns",
  summary: "Lists your campaigns, or tells about one and how its messages did.",
  words: [
    "get|list|fetch|pull|show|look_up|read|check|see campaign",
    "campaign metric|stat|statistic|number|performance|perform|result|figure",
    "metric|stat|number|performance|result campaign",
  ],
  docs: "https://docs.customer.io/api/app/#operation/listCampaigns",
  effect: "read",
  bucket: "customerio.app",
  input: z
    .strictObject({
      id: optional(Integer(1), {
        title: "Campaign",
        description: "Without it, all.",
        choices: "customerio.campaign",
      }),
      period: optional(z.enum(["hours", "days", "weeks", "months"]), { title: "Numbers by", group: "more" }),
      steps: optional(Integer(1, 120), { title: "For how many of them", group: "more" }),
    })
    .refine(({ id, period, steps }) => id !== undefined || (period ?? steps) === undefined, {
      error: "Only one campaign has numbers: choose it.",
      path: ["id"],
    }),
  output: z.looseObject({ campaigns: z.array(Row), metric: z.unknown().optional() }),
  sample: { input: {}, output: { campaigns: [{ id: 3, name: "Onboarding" }] } },
  dryRunAnswer: () => ({ campaigns: [], campaign: { id: 3 } }),
  async run(client, { id, ...report }) {
    const app = appOf(client);
    if (id === undefined) return { campaigns: (await app.listCampaigns()).campaigns };
    const campaigns = [(await app.getCampaign(id)).campaign];
    if (Object.keys(present(report)).length === 0) return { campaigns };
    return { campaigns, metric: (await app.getCampaignMetrics(id, present(report))).metric };
  },
});
