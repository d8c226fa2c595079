import { z } from "zod";
import { dryRunAnswers } from "~/server/connectors/customerio/answers";
import { Next, paging, Row } from "~/server/connectors/customerio/fields";
import { appOf } from "~/server/connectors/customerio/keys";
import {
  createOnce,
  isComplete,
  manage,
  needsMore,
} from "~/server/connectors/customerio/segment-manage-fields";
import { defineAction } from "~/server/connectors/define";
import { present } from "~/server/connectors/fields";

export const segmentManage = defineAction({
  id: "customerio.segment.manage",
  app: "customerio",
  title: "List or create segments",
  summary: "Lists segments, makes a manual one unless it is there, or lists who is in one.",
  words: [
    "create|make|build segment",
    "create|make|build|set|new|up manual|new segment",
    "list|fetch|get all|every segment",
    "list segment",
    "get|list|fetch|count|pull|show|see who|member|people|everyone|everybody segment",
  ],
  docs: "https://docs.customer.io/api/app/#operation/listSegments",
  effect: "upsert",
  bucket: "customerio.app",
  input: z.strictObject({ ...manage, ...paging }).refine(isComplete, needsMore),
  output: z.looseObject({
    segment: Row.optional(),
    segments: z.array(Row).optional(),
    ids: z.array(z.string()).nullish(),
    next: Next,
  }),
  sample: { input: { action: "create", name: "Won back" }, output: { segment: { id: 7, name: "Won back" } } },
  dryRunAnswer: dryRunAnswers({ segments: [], ids: [] }, { segment: { id: 7, name: "Won back" } }),
  async run(client, { action, segment = 0, name = "", description, ...page }) {
    const app = appOf(client);
    if (action === "list") return { segments: (await app.listSegments()).segments };
    if (action === "create") return { segment: await createOnce(app, present({ name, description })) };
    return app.getSegmentMembership(segment, present(page));
  },
});
