import { VendorStub } from "../support/vendor-stub";
import { expect, expectAccessible, signIn, test } from "./fixtures";

interface Row {
  id: string;
}

test("keys that were revoked: the runs are held, nothing is lost, and they go on once new keys are pasted", async ({
  page,
  api,
  demoPassword,
}) => {
  const stub = await VendorStub.start();
  stub.otherwise = ({ authorization, path }) => {
    if (authorization !== "Bearer sk_test_new")
      return { status: 401, body: { error: { type: "invalid_request_error", message: "Invalid API Key" } } };
    if (path.startsWith("/v1/account")) return { body: { id: "acct_held", object: "account" } };
    if (path.startsWith("/v1/webhook_endpoints"))
      return { body: { object: "list", data: [], has_more: false } };
    return undefined;
  };
  const name = `Revoked ${Date.now()}`;
  const { id: connection } = await api<Row>("POST", "/connections?verify=false", {
    app: "stripe",
    name,
    credentials: { apiKey: "sk_test_old", webhookSecret: "whsec_held" },
    endpoints: { api: stub.origin },
  });
  const step = {
    id: "mark",
    kind: "action",
    action: "stripe.customer.update",
    connection,
    input: { id: "{{ trigger.data.customer }}", metadata: { plan: "gold" } },
  };
  const definition = { version: 1, trigger: { type: "manual", config: {} }, steps: [step] };
  const { id: recipeId } = await api<Row>("POST", "/recipes", { name, definition });
  await api("POST", `/recipes/${recipeId}/publish`, {});
  for (const customer of ["cus_1", "cus_2"])
    await api("POST", `/recipes/${recipeId}/run`, { data: { customer } });
  const statuses = async () => {
    const { data } = await api<{ data: { status: string }[] }>("GET", `/runs?recipeId=${recipeId}`);
    return data.map(({ status }) => status);
  };
  await expect.poll(statuses, { timeout: 20_000 }).toEqual(["held", "held"]);

  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto("/w/demo/connections");
  await page.getByRole("link", { name }).click();
  await expect(page.getByText("The vendor refuses these keys")).toBeVisible();
  await expect(page.getByText("2 runs are held")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Restricted or secret key").fill("sk_test_new");
  await page.getByRole("button", { name: "Try and use the new keys" }).click();
  await expect(page.getByText("The vendor refuses these keys")).toBeHidden();
  await expect.poll(statuses, { timeout: 20_000 }).toEqual(["succeeded", "succeeded"]);
  const done = stub.requests.filter(
    ({ path, authorization }) => path.startsWith("/v1/customers") && authorization === "Bearer sk_test_new",
  );
  expect(done).toHaveLength(2);
  await stub.stop();
});
