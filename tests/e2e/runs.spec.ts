import { expect, expectAccessible, ownWorkspace, test } from "./fixtures";

test("runs: the list shows what arrives, is filtered, saved, searched and narrowed; the overview and the event tell the same", async ({
  page,
}) => {
  const workspace = await ownWorkspace(page);
  const base = `/w/${workspace}`;
  await page.goto(`${base}/recipes/new`);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Add new customers as people" })
    .getByRole("button", { name: /Use this template/ })
    .click();
  await page.waitForURL(/\/recipes\/[0-9a-f-]{36}/);
  await page.getByRole("button", { name: "Set live" }).click();
  await expect(page.getByText("Version 1 is live")).toBeVisible();

  await page.goto(`${base}/runs`);
  await expect(page.getByText("Nothing has run yet")).toBeVisible();
  await expectAccessible(page);
  const sandbox = await page.context().newPage();
  await sandbox.goto(`${base}/sandbox/stripe`);
  const press = sandbox.getByRole("button", { name: "New customer" });
  await press.click();
  await page.bringToFront();
  const rows = page.getByRole("region", { name: "Runs", exact: true }).getByRole("row", { name: /customer/ });
  await expect(rows).toHaveCount(1, { timeout: 10_000 });
  await expect(rows.first()).toContainText("Succeeded");

  // Whoever is in the list with the keyboard keeps the place.
  await page.keyboard.press("j");
  await expect(rows.first().getByRole("link")).toBeFocused();
  await press.click();
  await page.bringToFront();
  await page.getByRole("button", { name: "1 new run" }).click();
  await expect(rows).toHaveCount(2);

  await page.getByLabel("Status").selectOption("succeeded");
  await page.waitForURL(/status=succeeded/);
  await page.getByRole("button", { name: "Save as view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as view" });
  await dialog.getByLabel("Name").fill("What worked");
  await dialog.getByLabel("Open the list with this view").check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save view" }).click();
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(views.getByRole("link", { name: /What worked/ })).toHaveAttribute("aria-current", "page");
  await page.goto(`${base}/runs`);
  await page.waitForURL(/status=succeeded/);
  await views.getByRole("link", { name: "All runs" }).click();
  await page.waitForURL(/view=all/);

  const chart = page.getByRole("region", { name: "Runs over time" });
  await chart.locator("svg a").last().click();
  await page.waitForURL(/from=.*to=/);
  await expect(rows).toHaveCount(2);
  await chart.getByText(/In the chosen time 2 runs/).click();
  await expect(chart.getByRole("link", { name: /succeeded/ }).first()).toBeVisible();
  await expectAccessible(page);
  const search = page.getByRole("searchbox", { name: "Search runs" });
  await search.fill("nobody@nowhere.example");
  await expect(page.getByText("No run matches")).toBeVisible();

  await page.goto(`${base}/events?view=all`);
  await page.getByRole("link", { name: "customer.created" }).first().click();
  const email = (await page.getByRole("link", { name: /@/ }).first().textContent()) ?? "";
  await expectAccessible(page);
  await page.getByRole("button", { name: "Test with this event" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Run the test" }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await page.getByText("Create or update person").click();
  await expect(page.getByRole("button", { name: /as cURL/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${base}/runs?q=${encodeURIComponent(email.toUpperCase())}&mode=live`);
  await expect(rows).toHaveCount(1);
  // The list is seen before it listens to keys.
  await expect(async () => {
    await rows.first().hover();
    await page.keyboard.press("j");
    await expect(rows.first().getByRole("link")).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Event to end")).toBeVisible();

  await page.goto(base);
  await page.getByRole("link", { name: "7 days" }).click();
  await page.waitForURL(/span=7d/);
  await expect(page.getByText("100 %")).toBeVisible();
  await page.getByText("As a table").first().click();
  await expect(page.getByRole("region", { name: "Runs over time" }).getByRole("table")).toBeVisible();
  await expectAccessible(page);
});
