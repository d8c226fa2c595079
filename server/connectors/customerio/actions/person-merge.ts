import { z } from "zod";
import { dryRunAnswers, unlessMissing } from "~/server/connectors/customerio/answers";
import { Identifiers, namedBy } from "~/server/connectors/customerio/fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";
import { confirmation, required } from "~/server/connectors/fields";
import { AppError } from "~/server/errors";

const DANGER = "A merge cannot be undone: the second profile is deleted.";

const SAMPLE = { primary: { id: "cus_123" }, secondary: { email: "ada@example.com" } };
const pair = {
  primary: required(Identifiers, { title: "Who stays" }),
  secondary: required(Identifiers, { title: "Who is merged in, and deleted" }),
};

export const personMerge = defineAction({
  id: "customerio.person.merge",
  app: "customerio",
  title: "Merge people",
  summary: "Joins two profiles of one person; one that is merged already counts as done.",
  words: [
    "merge|combine|dedupe|deduplicate|unify|fold|consolidate person|people|profile|duplicate|@person|record",
    "join people|profile|duplicate|record",
    "merge|combine|dedupe",
  ],
  docs: "https://docs.customer.io/api/track/#operation/merge",
  effect: "upsert",
  bucket: "customerio.track",
  danger: DANGER,
  input: z.strictObject({ ...pair, confirm: confirmation(DANGER) }),
  output: z.object({ merged: z.boolean() }),
  sample: { input: { ...SAMPLE, confirm: true }, output: { merged: true } },
  dryRunAnswer: dryRunAnswers({ customer: { id: "cus_123" } }),
  async run(client, { primary, secondary }) {
    const [known, other] = [namedBy(primary), namedBy(secondary)];
    const isThere = ([type, id]: typeof known) => unlessMissing(appOf(client).getAttributes(id, type));
    if (!(await isThere(known)))
      throw new AppError("not_found", `There is no person ${known[1]} to merge into.`);
    if (!(await isThere(other))) return { merged: false };
    await client.track.mergeCustomers(...known, ...other);
    return { merged: true };
  },
});
