import { expect, expectAccessible, signIn, test } from "./fixtures";

test("the demo: New customer in the Stripe sandbox makes a succeeded run within two seconds, and the person appears", async ({
  page,
  demoPassword,
}) => {
  await signIn(page, "demo@billhook.local", demoPassword);
  await expectAccessible(page);
  await page.goto("/w/demo/sandbox/stripe");
  await expectAccessible(page);

  const emitted = page
    .getByRole("region", { name: "Emitted events" })
    .getByRole("link", { name: /Succeeded/ });
  const press = page.getByRole("button", { name: "New customer" });
  // The first wakes what was just started: code that is loaded when it is needed, the database's empty caches.
  const before = await emitted.count();
  await press.click();
  await expect(emitted).toHaveCount(before + 1);
  const pressed = Date.now();
  await press.click();
  await expect(emitted).toHaveCount(before + 2, { timeout: 5000 });
  expect(Date.now() - pressed).toBeLessThan(2000);
  const run = emitted.first();

  await run.click();
  await expect(page.getByText("Succeeded").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto("/w/demo/runs");
  await expect(page.getByRole("row", { name: /Succeeded.*customer\.created/ }).first()).toBeVisible();
  await expectAccessible(page);

  await page.goto("/w/demo/sandbox/customerio");
  const person = page.getByRole("table", { name: "Sandbox people" }).getByRole("link").first();
  await expect(person).toBeVisible();
  await expectAccessible(page);
  await person.click();
  await expect(page.getByText("email", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
});

test("a stranger: sign up, open sandbox accounts, take a template, test it, set it live, see it run", async ({
  page,
}) => {
  await page.goto("/");
  await expectAccessible(page);
  await page.goto("/sign-up");
  await expectAccessible(page);
  const email = `e2e-${Date.now()}@example.com`;
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("a long enough passphrase");
  await page.getByLabel("Workspace").fill("E2E");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(/\/w\/[^/]+/);
  const workspace = new URL(page.url()).pathname.split("/")[2];
  await expectAccessible(page);

  await page.goto(`/w/${workspace}/connections`);
  await expectAccessible(page);
  await page.goto(`/w/${workspace}/sandbox`);
  await page.getByRole("button", { name: "Open sandbox accounts" }).click();
  await page.waitForURL(/sandbox\/stripe/);

  await page.goto(`/w/${workspace}/recipes/new`);
  await expectAccessible(page);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Add new customers as people" })
    .getByRole("button", { name: /Use this template/ })
    .click();
  await page.waitForURL(/\/recipes\/[0-9a-f-]{36}/);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Test", exact: true }).click();
  await page.getByRole("button", { name: "Run the test" }).click();
  await expect(page.getByText("Succeeded").first()).toBeVisible();
  await page.getByRole("button", { name: "Set live" }).click();
  await expect(page.getByText("Version 1 is live")).toBeVisible();

  await page.goto(`/w/${workspace}/sandbox/stripe`);
  await page.getByRole("button", { name: "New customer" }).click();
  const run = page
    .getByRole("region", { name: "Emitted events" })
    .getByRole("link", { name: /Succeeded/ })
    .first();
  await expect(run).toBeVisible();
  await page.goto(`/w/${workspace}/sandbox/customerio`);
  await expect(page.getByRole("table", { name: "Sandbox people" }).getByRole("link").first()).toBeVisible();

  await page.goto(`/w/${workspace}/recipes`);
  await expect(page.getByRole("region", { name: "Recipes" }).getByText("Live")).toBeVisible();
  await expectAccessible(page);
  expect((await page.goto("/w/demo"))?.status(), "somebody else's workspace").toBe(404);
});
