import { z } from "zod";
import { unlessMissing } from "~/server/connectors/customerio/answers";
import { identifier } from "~/server/connectors/customerio/fields";
import { defineAction } from "~/server/connectors/define";
import { confirmation } from "~/server/connectors/fields";
import { REMOVE } from "~/server/connectors/word-groups";

const DANGER = "The person's profile and history in Customer.io cannot be brought back.";

export const personDelete = defineAction({
  id: "customerio.person.delete",
  app: "customerio",
  title: "Delete person",
  summary: "Removes a person from Customer.io; somebody who is not there counts as done.",
  words: [
    "disappear|vanish profile|person|cio",
    `${REMOVE} person|profile|contact|@person cio`,
    `${REMOVE} person|profile|contact`,
    `${REMOVE} cio`,
    "rid person|profile|contact",
    "rid @person cio",
  ],
  docs: "https://docs.customer.io/api/track/#operation/delete",
  effect: "upsert",
  bucket: "customerio.track",
  danger: DANGER,
  input: z.strictObject({ identifier, confirm: confirmation(DANGER) }),
  output: z.object({ identifier: z.string() }),
  sample: { input: { identifier: "cus_123", confirm: true }, output: { identifier: "cus_123" } },
  async run({ track }, { identifier }) {
    await unlessMissing(track.destroy(identifier));
    return { identifier };
  },
});
