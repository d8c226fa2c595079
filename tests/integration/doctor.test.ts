import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ACTIONS } from "~/server/connectors/catalog";
import { STRIPE_AREAS } from "~/server/connectors/doctor/stripe";
import { createConnection } from "~/server/services/connection/create";
import { diagnose } from "~/server/services/connection/doctor";
import type { ServiceContext } from "~/server/services/context";
import { type Accounts, serveAccounts } from "~/tests/support/accounts";
import { makeWorkspace } from "~/tests/support/workspace";

let accounts: Accounts;
let ctx: ServiceContext;
beforeAll(async () => {
  accounts = await serveAccounts();
});
afterAll(() => accounts.stop());
beforeEach(async () => {
  ctx = await makeWorkspace();
  accounts.refuse.clear();
  accounts.asked.length = 0;
});

const stripe = () =>
  createConnection(ctx, {
    app: "stripe",
    name: "Shop",
    credentials: { apiKey: "rk_test_good", webhookSecret: "whsec_x" },
    endpoints: accounts.endpoints.stripe,
  });

test("every Stripe action belongs to an area whose permission is tried, but for requests of any kind", () => {
  const homeless = ACTIONS.filter(({ app }) => app === "stripe")
    .map(({ id }) => id)
    .filter(
      (id) => !STRIPE_AREAS.some(({ actions }) => actions.some((beginning) => id.startsWith(beginning))),
    );
  expect(homeless).toEqual(["stripe.api"]);
});

test("a permission that is missing names its remedy and the actions that will not work", async () => {
  const { id } = await stripe();
  accounts.refuse.set("POST /v1/invoices/in_billhook_check", 403);
  accounts.refuse.set("GET /v1/events", 403);
  accounts.refuse.set("GET /v1/quotes", 503);
  const { findings } = await diagnose(ctx, { id });
  const of = (title: string) => findings.find((finding) => finding.title === title);
  expect(of("Customers")).toMatchObject({ read: "yes", write: "yes", remedy: null });
  expect(of("Invoices")).toMatchObject({
    read: "yes",
    write: "no",
    remedy: expect.stringContaining("Invoices: Write"),
  });
  const invoices = Object.fromEntries(
    of("Invoices")?.actions.map((action) => [action.id, action.works]) ?? [],
  );
  expect(invoices).toMatchObject({ "stripe.invoice.get": "yes", "stripe.invoice.create": "no" });
  expect(of("Events")).toMatchObject({
    read: "no",
    write: null,
    remedy: expect.stringContaining("Events: Read"),
  });
  expect(of("Quotes")).toMatchObject({ read: "unknown", remedy: null });
});

test("asking changes nothing: only lists of one, and changes of what is not there", async () => {
  const { id } = await stripe();
  accounts.asked.length = 0;
  await diagnose(ctx, { id });
  const writes = accounts.asked.filter(({ method }) => method !== "GET");
  expect(accounts.asked.length).toBeGreaterThan(30);
  expect(
    writes.every(({ path, form }) => path.includes("billhook_check") && Object.keys(form).length === 0),
  ).toBe(true);
});

test("each key of a Customer.io account is told apart", async () => {
  const credentials = { siteId: "site", trackApiKey: "good" };
  const { id } = await createConnection(ctx, {
    app: "customerio",
    name: "Mail",
    credentials,
    endpoints: accounts.endpoints.customerio,
  });
  const { findings } = await diagnose(ctx, { id });
  expect(findings.map(({ title, write, remedy }) => [title.split(":")[0], write, remedy !== null])).toEqual([
    ["Site ID and Track API key", "yes", false],
    ["App API key", "unset", true],
    ["App API key", "unset", true],
    ["Pipelines API key", "unset", true],
    ["Webhook signing key", "unset", true],
  ]);
  const told = findings.flatMap(({ actions }) => actions.map((action) => action.id));
  expect(told.sort()).toEqual(
    ACTIONS.filter(({ app }) => app === "customerio")
      .map((action) => action.id)
      .sort(),
  );
});
