import { expect, expectAccessible, signIn, test } from "./fixtures";

interface Row {
  id: string;
  app: string;
}

test("a failure's way: in the inbox with its cause, read, snoozed, woken, retried with all others, resolved by a key", async ({
  page,
  api,
  demoPassword,
}) => {
  const { data: connections } = await api<{ data: Row[] }>("GET", "/connections");
  const connection = connections.find(({ app }) => app === "stripe")?.id;
  const name = `Refused ${Date.now()}`;
  const update = {
    id: "mark",
    kind: "action",
    action: "stripe.customer.update",
    name: "Write the plan back",
    connection,
    input: { id: "{{ trigger.data.customer }}", metadata: { plan: "gold" } },
  };
  const definition = { version: 1, trigger: { type: "manual", config: {} }, steps: [update] };
  const { id } = await api<Row>("POST", "/recipes", { name, definition });
  await api("POST", `/recipes/${id}/publish`, {});
  for (const customer of ["cus_no1", "cus_no2", "cus_no3"])
    await api("POST", `/recipes/${id}/run`, { data: { customer } });
  const open = async () =>
    (await api<{ data: { count: number }[] }>("GET", `/failures?recipeId=${id}`)).data[0]?.count ?? 0;
  await expect.poll(open, { timeout: 20_000 }).toBe(3);

  await signIn(page, "demo@billhook.local", demoPassword);
  await page
    .getByRole("navigation")
    .getByRole("link", { name: /^Inbox/ })
    .click();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("3 runs");
  await expect(row).toContainText("Write the plan back");
  await expectAccessible(page);

  // Selected and snoozed it is gone, and waits under its own tab.
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Snooze" }).click();
  await page.getByRole("menuitem", { name: "For a day" }).click();
  await expect(row).toBeHidden();
  await page.getByRole("link", { name: /^Snoozed/ }).click();
  await row.getByRole("link").click();
  await page.waitForURL(/\/inbox\/[0-9a-f]{32}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name}: Write the plan back`);
  await expect(page.getByText("What to do")).toBeVisible();
  await expect(page.getByText("Answer 404").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Wake up" }).click();
  await expect(page.getByRole("button", { name: "Snooze" })).toBeVisible();

  // On a phone everything is within reach.
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Edit and retry" }).first().click();
  await expect(page.getByRole("dialog", { name: "Run again" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1280, height: 720 });

  // All at once: it happens by itself, and, as the customers are still not there, they are back.
  await page.getByRole("button", { name: "Retry 3 runs" }).click();
  await page.getByRole("button", { name: "Run again", exact: true }).click();
  await page.waitForURL(/\/inbox$/);
  await page.getByRole("link", { name: "Operations", exact: true }).click();
  const operation = page.getByRole("listitem").filter({ hasText: "Run 3 failed runs again" }).first();
  await expect(operation).toContainText("3 of 3 done", { timeout: 20_000 });
  await expect(operation).toContainText("Done");
  await expectAccessible(page);
  await expect.poll(open, { timeout: 20_000 }).toBe(3);

  // The keyboard's way: down to it, resolve it.
  await page
    .getByRole("link", { name: /^Inbox/ })
    .first()
    .click();
  await expect(row).toBeVisible();
  await row.getByRole("link").focus();
  await page.keyboard.press("e");
  await expect(row).toBeHidden();
  expect(await open()).toBe(0);
});
