import { z } from "zod";
import { Next, paging, personId, Row } from "~/server/connectors/customerio/fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";
import { Flag, optional, present } from "~/server/connectors/fields";

export const personSegments = defineAction({
  id: "customerio.person.segments",
  app: "customerio",
  title: "Get segments of person",
  summary: "Tells in which segments a person is, and which messages went out.",
  words: [
    "get|list|check|see|show|fetch|look_up|find|read segment|message person|@person",
    "get|list|check|see|show|fetch|look_up|find|read all|every|which segment person|@person",
    "segment @person belong|member",
    "which segment @person",
    "all|which segment person|@person",
  ],
  docs: "https://docs.customer.io/api/app/#operation/getPersonSegments",
  effect: "read",
  bucket: "customerio.app",
  input: z.strictObject({
    ...personId,
    with_messages: optional(Flag(), {
      title: "With messages",
      description: "Also what was sent, newest first.",
    }),
    ...paging,
  }),
  output: z.object({ segments: z.array(Row), messages: z.array(Row).optional(), next: Next }),
  sample: { input: { id: "cus_123" }, output: { segments: [{ id: "7", name: "Paying" }] } },
  dryRunAnswer: () => ({ segments: [], messages: [] }),
  async run(client, { id, id_type: idType, with_messages, ...paging }) {
    const app = appOf(client);
    const { segments } = await app.getCustomerSegments(id, idType);
    if (!with_messages) return { segments };
    const { messages, next } = await app.getCustomerMessages(id, present({ idType, ...paging }));
    return { segments, messages, next: next || null };
  },
});
