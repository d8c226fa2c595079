import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { adjustment, BalanceOutput } from "~/server/connectors/stripe/balance-fields";
import { customerId } from "~/server/connectors/stripe/customer-fields";
import { balanceTransaction } from "~/server/connectors/stripe/fixtures-steps";
import { findMarked, marked } from "~/server/connectors/stripe/mark";

export const customerBalance = defineAction({
  id: "stripe.customer.balance",
  app: "stripe",
  title: "Adjust customer balance",
  summary: "Gives a customer credit, or takes it: the next invoice becomes that much smaller or larger.",
  words: [
    "give|add|apply|grant|issue|put|get|leave|book credit",
    "account|customer|store|billing|goodwill credit",
    "credit @person|account|balance $money",
    "credit $money",
    "$money credit",
    "$money balance",
    "add|put|apply|load|book $money balance|account|credit",
    "adjust|top_up|change|increase|raise|lower|reduce customer|account|stripe balance",
    "top_up balance|account",
  ],
  docs: "https://docs.stripe.com/api/customer_balance_transactions/create",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({ id: customerId, ...adjustment }),
  output: BalanceOutput,
  sample: {
    input: { id: "cus_TBillhookSample", amount: -4900, currency: "usd" },
    output: plain(balanceTransaction()),
  },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, balanceTransaction()),
  async lookup(stripe, { id }, { key }) {
    const made = await findMarked(stripe.customers.listBalanceTransactions(id, { limit: 100 }), key);
    return made && plain(made);
  },
  async run(stripe, { id, if_exists: _, ...fields }, { key }) {
    const parameters = defined({ ...fields, metadata: marked(fields.metadata, key) });
    return plain(await stripe.customers.createBalanceTransaction(id, parameters, { idempotencyKey: key }));
  },
});
