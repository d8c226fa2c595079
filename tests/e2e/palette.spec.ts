import { expect, expectAccessible, signIn, test } from "./fixtures";

interface Row {
  id: string;
}

test("the palette by keyboard alone: to a recipe, to a page by its letters, to an action, and back by undo", async ({
  page,
  api,
  demoPassword,
}) => {
  const name = `Grandees ${Date.now()}`;
  const definition = { version: 1, trigger: { type: "manual", config: {} }, steps: [] };
  const { id } = await api<Row>("POST", "/recipes", { name, definition });

  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto("/w/demo/events");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Events");

  // A mistyped name leads to the recipe.
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  // A page listens to keys as soon as it runs, which on a busy machine is later than it is seen.
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
    await expect(palette.getByRole("combobox")).toBeFocused({ timeout: 3_000 });
  }).toPass();
  await expect(palette.getByRole("option", { name: "New recipe" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type("gradnees");
  await expect(palette.getByRole("option", { name })).toBeVisible();
  await expect(palette.getByRole("group", { name: "Recipes" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/w/demo/recipes/${id}`);
  await expect(palette).toBeHidden();

  // "g" and a letter go to a page; what was chosen is offered again.
  await page.goto("/w/demo/queue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Queue");
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await page.waitForURL("**/w/demo/connections", { timeout: 5_000 });
  }).toPass();
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("group", { name: "Recent" }).getByRole("option", { name })).toBeVisible();

  // An action happens, says so, and is taken back.
  await page.keyboard.type("dark theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("pause everything");
  await expect(palette.getByRole("option", { name: "Pause everything" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(page.getByText("This workspace is paused.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByText("Taken back")).toBeVisible();
  await expect(page.getByText("This workspace is paused.")).toBeHidden();

  // The list of keys; nothing is lost on a phone.
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Search and commands" }).click();
  await expect(palette).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press("Escape");

  // Without a network a calm bar says so.
  await page.context().setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("You are back online")).toBeVisible();
});
