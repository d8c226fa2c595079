import { expect, expectAccessible, test } from "./fixtures";

test("a visitor finds an action in the docs and reads what it sends", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Docs" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Docs" })).toBeVisible();
  const search = page.getByRole("searchbox", { name: "Search actions and events" });
  await search.fill("create refund");
  await search.press("Enter");
  await page.getByRole("link", { name: /Create refund/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Create refund" })).toBeVisible();
  await expect(page.getByText("This cannot be undone")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText("https://api.stripe.com/v1/refunds", { exact: false }).first()).toBeVisible();
});

test("a search without results and a page that is not there say so", async ({ page }) => {
  await page.goto("/docs?q=teleport");
  await expect(page.getByText("Nothing is called “teleport”")).toBeVisible();
  const answer = await page.goto("/docs/stripe/teleport.create");
  expect(answer?.status()).toBe(404);
});

test("the pages fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [
    "/docs",
    "/docs/stripe",
    "/docs/triggers",
    "/docs/triggers/webhook",
    "/docs/core/recipe.call",
    "/docs/customerio/message.send",
    "/docs/events/invoice.paid",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
});
