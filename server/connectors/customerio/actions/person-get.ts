import { z } from "zod";
import { personId } from "~/server/connectors/customerio/fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { PersonOutput } from "~/server/connectors/customerio/person-fields";
import { defineAction } from "~/server/connectors/define";
import { FIND } from "~/server/connectors/word-groups";

const person = { id: "cus_123", attributes: { email: "ada@example.com", plan: "pro" }, unsubscribed: false };

export const personGet = defineAction({
  id: "customerio.person.get",
  app: "customerio",
  title: "Get person",
  summary: "Looks up a person in Customer.io, so that later steps can use the attributes.",
  words: [`${FIND} person|profile|@person cio`, `${FIND} person|profile|attribute`],
  docs: "https://docs.customer.io/api/app/#operation/getPersonAttributes",
  effect: "read",
  bucket: "customerio.app",
  input: z.strictObject(personId),
  output: PersonOutput,
  sample: { input: { id: "cus_123" }, output: person },
  dryRunAnswer: () => ({ customer: person }),
  async run(client, { id, id_type }) {
    const { customer } = await appOf(client).getAttributes(id, id_type);
    return customer;
  },
});
