import { expect, expectAccessible, ownWorkspace, test } from "./fixtures";

const WISH =
  "When a customer subscribes to a plan over $100, add them to the segment VIP and notify the team";

test("prompt: a sentence is understood, read another way, opened in the editor, mended and set live", async ({
  page,
}) => {
  // Of its own, where each app has one account: the draft takes those.
  const workspace = await ownWorkspace(page);
  const channel = { kind: "email", name: "Finance", to: ["finance@example.com"] };
  const made = await page.request.post("/api/trpc/channel.create", {
    data: { json: { workspace, channel } },
  });
  expect(made.ok()).toBe(true);
  await page.goto(`/w/${workspace}/recipes/new`);
  const box = page.getByRole("region", { name: "Describe it" });
  await box.getByLabel("What shall happen, and when?").fill(WISH);
  await box.getByRole("button", { name: "Build" }).click();
  await expect(box.locator("mark")).toHaveText([
    "subscribes to",
    /^over \$100/,
    "add them to the segment VIP",
    "notify the team",
  ]);
  const understood = box.getByRole("list", { name: "What was understood" }).getByRole("listitem");
  await expect(understood.nth(1)).toContainText("Amount is more than 100");
  await understood.first().getByRole("button", { name: "New customer" }).click();
  await expect(understood.first()).toHaveText(/^WhenNew customer/);
  await understood.first().getByRole("button", { name: "Subscription started" }).click();
  await expect(understood.first()).toHaveText(/^WhenSubscription started/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 720 });

  await box.getByRole("button", { name: "Open in the editor" }).click();
  await page.waitForURL(/\/recipes\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("button", { name: /^Step 3 of 3, .*1 problem/ })).toBeVisible();
  await page.getByRole("button", { name: "Set live" }).click();
  const problems = page.getByRole("region", { name: "What to fix" });
  await expect(problems).toContainText("1 thing to fix before this can go live");
  await expect(problems).toContainText("This channel does not exist in the workspace.");
  await expectAccessible(page);
  await problems.getByRole("button", { name: /This channel does not exist/ }).click();
  const field = page.getByRole("combobox", { name: "Channel" });
  await expect(field, "the problem leads to its field").toBeFocused();
  await field.selectOption({ label: "Finance (finance@example.com)" });
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(problems.getByRole("region", { name: "Keeps it from going live" })).toBeHidden();
  await page.getByRole("button", { name: "Set live" }).click();
  await expect(page.getByText("Version 1 is live")).toBeVisible();
});
