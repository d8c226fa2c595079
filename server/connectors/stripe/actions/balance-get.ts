import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { BalanceInput, BalanceOutput } from "~/server/connectors/stripe/account-fields";
import { NOTHING_FOUND, plain, plainPage } from "~/server/connectors/stripe/answers";
import { FIND } from "~/server/connectors/word-groups";

const sample = { available: [{ amount: 49_000, currency: "usd" }], pending: [], livemode: false };

export const balanceGet = defineAction({
  id: "stripe.balance.get",
  app: "stripe",
  title: "Get balance and payouts",
  summary: "Tells what is on your Stripe account, and what went to your bank.",
  words: [
    "stripe|account|available|current|our balance",
    `${FIND} balance`,
    "balance",
    "payout total|sum|list",
    "how much money",
    "money|fund|cash available|stripe",
  ],
  docs: "https://docs.stripe.com/api/balance/balance_retrieve",
  effect: "read",
  bucket: "stripe",
  input: BalanceInput,
  output: BalanceOutput,
  sample: { input: {}, output: sample },
  dryRunAnswer: ({ url }) => (new URL(url).pathname.endsWith("/payouts") ? NOTHING_FOUND : sample),
  async run(stripe, { with_payouts, ...filter }) {
    const balance = plain(await stripe.balance.retrieve());
    if (!with_payouts) return balance;
    return { ...balance, payouts: plainPage(await stripe.payouts.list(defined(filter))) };
  },
});
