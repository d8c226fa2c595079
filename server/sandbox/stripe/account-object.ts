import type { AccountScope } from "~/server/sandbox/store";

/** What `GET /v1/account` says of a simulated account. https://docs.stripe.com/api/accounts/object */
export function accountObject(scope: AccountScope): object {
  return {
    id: `acct_1Sandbox${scope.accountId.replaceAll("-", "").slice(-12)}`,
    object: "account",
    business_profile: { name: "Billhook sandbox", url: null },
    business_type: null,
    capabilities: { card_payments: "active", transfers: "active" },
    charges_enabled: true,
    country: "US",
    default_currency: "usd",
    details_submitted: true,
    email: "sandbox@example.com",
    metadata: {},
    payouts_enabled: true,
    settings: { dashboard: { display_name: "Billhook sandbox", timezone: "Etc/UTC" } },
    type: "standard",
  };
}
