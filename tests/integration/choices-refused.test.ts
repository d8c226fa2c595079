import { afterAll, beforeAll, expect, test } from "vitest";
import { createConnection } from "~/server/services/connection/create";
import { listChoices } from "~/server/services/connection/list-choices";
import type { ServiceContext } from "~/server/services/context";
import { type Accounts, serveAccounts } from "~/tests/support/accounts";
import { makeWorkspace } from "~/tests/support/workspace";

let accounts: Accounts;
let ctx: ServiceContext;
let id: string;
beforeAll(async () => {
  accounts = await serveAccounts();
  ctx = await makeWorkspace();
  const credentials = { apiKey: "rk_test_good", webhookSecret: "whsec_x" };
  const shop = { app: "stripe" as const, name: "Shop", credentials, endpoints: accounts.endpoints.stripe };
  ({ id } = await createConnection(ctx, shop));
});
afterAll(() => accounts.stop());

test.each([
  [401, "connection_rejected", /expired or was revoked.*type the id/],
  [403, "connection_rejected", /may not read prices.*type the id/],
  [429, "rate_limited", /too many requests.*type the id/],
  [503, "connection_rejected", /HTTP 503.*type the id/],
])(
  "a picker whose list is refused with %i says what to do, and is asked again the next time",
  async (status, code, message) => {
    accounts.refuse.set("GET /v1/prices", status);
    const ask = () => listChoices(ctx, { id, kind: "stripe.price", limit: 20, refresh: false });
    await expect(ask()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    const before = accounts.asked.length;
    await expect(ask()).rejects.toMatchObject({ code });
    expect(accounts.asked.length).toBe(before + 1);
    accounts.refuse.clear();
  },
);
