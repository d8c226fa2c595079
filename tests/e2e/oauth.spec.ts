import { expect, expectAccessible, signIn, test } from "./fixtures";

test("Connect with Stripe: allow, see the scopes, reconnect in place; refuse; a link that is used twice", async ({
  page,
  demoPassword,
}) => {
  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto("/w/demo/connections/new/stripe");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Connect with Stripe" }).click();

  await expect(
    page.getByRole("heading", { name: "Billhook wants to use your Stripe account" }),
  ).toBeVisible();
  await expect(page.getByText("Read and change customers")).toBeVisible();
  await expectAccessible(page);
  const back = page.waitForRequest(/\/api\/oauth\/stripe\/callback/);
  await page.getByRole("button", { name: "Allow access" }).click();
  const callback = (await back).url();
  await page.waitForURL(/\/connections\/[0-9a-f-]{36}\?created=1/);
  const address = page.url().replace(/\?.*/, "");
  await expect(page.getByText("Granted at Stripe: read and write")).toBeVisible();
  await expect(page.getByText("Connected").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Reconnect with Stripe" }).click();
  await page.getByRole("button", { name: "Allow access" }).click();
  await page.waitForURL(/\/connections\/[0-9a-f-]{36}\?created=1/);
  expect(page.url().replace(/\?.*/, "")).toBe(address);

  await page.goto("/w/demo/connections/new/stripe");
  await page.getByRole("link", { name: "Connect with Stripe" }).click();
  await page.getByRole("button", { name: "Do not allow" }).click();
  await expect(page.getByRole("heading", { name: "Stripe was not connected" })).toBeVisible();
  await expect(page.getByText("You did not allow it")).toBeVisible();
  await expectAccessible(page);

  await page.goto(callback);
  await expect(page.getByText("was finished before")).toBeVisible();
});
