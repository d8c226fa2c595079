import type { Filter } from "customerio-node";
import { appOf } from "~/server/connectors/customerio/keys";
import { FindInput, FindOutput, found } from "~/server/connectors/customerio/person-fields";
import { defineAction } from "~/server/connectors/define";
import { present } from "~/server/connectors/fields";

const ada = { id: "cus_123", email: "ada@example.com", cio_id: "a3000001" };

export const personFind = defineAction({
  id: "customerio.person.find",
  app: "customerio",
  title: "Find people",
  summary: "Finds people by e-mail address or by a filter; several can share an address.",
  words: [
    "find|search|look|query person|people|profile cio",
    "find|search|look|query person|people|profile|cio person|people|profile|@person email",
    "look_up|look|find|search person|people|profile email",
  ],
  docs: "https://docs.customer.io/api/app/#operation/getPeopleEmail",
  effect: "read",
  bucket: "customerio.app",
  input: FindInput,
  output: FindOutput,
  sample: { input: { email: "ada@example.com" }, output: found([ada], "first") },
  dryRunAnswer: () => ({ results: [ada], identifiers: [ada] }),
  async run(client, { email, filter, if_many, ...paging }) {
    const app = appOf(client);
    if (email) return found((await app.getCustomersByEmail(email)).results, if_many);
    // What a filter may say is Customer.io's to judge.
    const { identifiers, next } = await app.searchCustomers(filter as unknown as Filter, present(paging));
    return found(identifiers, if_many, next);
  },
});
