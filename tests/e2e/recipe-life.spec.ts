import { expect, expectAccessible, openStep, ownWorkspace, signIn, test } from "./fixtures";

test("a recipe's life: from a template, one step tested, mended, published with a note, compared, published again, rolled back", async ({
  page,
}) => {
  const workspace = await ownWorkspace(page);
  await page.goto(`/w/${workspace}/recipes/new?q=recover+failed`);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Recover failed payments" })
    .getByRole("button", { name: /Use this template/ })
    .click();
  await page.waitForURL(/\/recipes\/[0-9a-f-]{36}$/);
  const path = new URL(page.url()).pathname;
  const saved = page.getByText("Saved", { exact: true });
  const track = page.getByRole("region", { name: /Track event$/ });
  const eventName = track.getByLabel("Event name", { exact: true });
  await openStep(page, "Track event");
  await expect(eventName).toHaveValue("invoice_payment_failed");

  // One step alone.
  await track.getByRole("button", { name: "Test this step" }).click();
  await expect(page.getByLabel("What to test")).toHaveValue("step:invoice_payment_failed");
  await page.getByText(/^Outputs of earlier steps/).click();
  const earlier = page.getByRole("tabpanel", { name: "Test" }).getByRole("textbox").first();
  await earlier.fill("{");
  await expect(page.getByText("This is not JSON yet; the value before stays.")).toBeVisible();
  await earlier.press("End");
  await earlier.press("}");
  await expect(page.getByText("Kept for the next tests")).toBeVisible();
  await expect(earlier, "typing goes on where it was").toBeFocused();
  const run = page.getByRole("button", { name: "Run the test" });
  await run.press("Enter");
  const result = page.getByRole("region", { name: "Result" });
  await expect(result.getByText("Nothing was sent. These are the requests it would send.")).toBeVisible();
  await expect(result.getByText("Track event")).toBeVisible();
  await expect(result.getByText("Create or update person"), "the step before does not run").toBeHidden();
  await expect(run).toBeFocused();
  await expectAccessible(page);

  // On a phone the test is on another tab, and the keyboard goes there.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("tab", { name: "Steps" }).click();
  await track.getByRole("button", { name: "Test this step" }).press("Enter");
  await expect(page.getByLabel("What to test")).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 720 });

  // A mistake, mended by its button; the keyboard goes on beside it.
  await openStep(page, "Track event");
  await eventName.fill("{{ trigger.data.object.customer_emial }}");
  const repair = track.getByRole("button", { name: "Use trigger.data.object.customer_email" });
  await expect(repair).toBeEnabled();
  await repair.press("Enter");
  await expect(eventName).toHaveValue("{{ trigger.data.object.customer_email }}");
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  await undo.press("Enter");
  await expect(eventName).toHaveValue("{{ trigger.data.object.customer_emial }}");
  await expect(eventName).toBeFocused();
  await eventName.fill("payment_failed");
  await expect(saved).toBeVisible();

  // Published with a note.
  await page.getByRole("button", { name: "See the changes, add a note or run in shadow" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this recipe" });
  await dialog.getByLabel("Note").fill("The first that counts");
  await dialog.getByRole("button", { name: "Publish and set live" }).click();
  await expect(page.getByText("Version 1 is live")).toBeVisible();
  await expect(dialog).toBeHidden();

  // Edited, and compared with what is published.
  await eventName.fill("payment_missed");
  await page.getByRole("tab", { name: "Test" }).click();
  await page.getByLabel("What to test").selectOption("compare");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const compared = page.getByRole("region", { name: /^1 of \d steps differ$/ });
  await expect(compared).toContainText("payment_failed");
  await expect(compared).toContainText("payment_missed");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publish changes" }).click();
  await expect(page.getByText("Version 2 is live")).toBeVisible();

  // The versions tell the story, and the first comes back.
  await page.getByRole("link", { name: "Versions" }).click();
  await page.waitForURL(`**${path}/versions`);
  await expect(page.getByText("The first that counts")).toBeVisible();
  const change = page.getByRole("list", { name: "Changes" }).getByRole("listitem");
  await expect(change).toHaveCount(1);
  await expect(change).toContainText("payment_failed");
  await expect(change).toContainText("payment_missed");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Roll back to version 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Roll back" }).click();
  await expect(page.getByText("Version 3 says what version 1 said")).toBeVisible();
  await page.goto(path);
  await openStep(page, "Track event");
  await expect(eventName).toHaveValue("payment_failed");
});

test("a recipe from a file: broken, tried, imported, and nothing more to do", async ({
  page,
  demoPassword,
}) => {
  const key = `from-a-file-${Date.now()}`;
  const text = `billhook: 1
key: ${key}
name: From a file ${key}
definition:
  version: 1
  trigger:
    type: manual
  steps:
    - id: done
      kind: stop
`;
  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto("/w/demo/recipes");
  await page.getByRole("link", { name: "Import" }).click();
  await page.waitForURL("**/recipes/import");
  const paste = page.getByLabel("Or paste one");
  const check = page.getByRole("button", { name: "Check" });
  const files = page.getByRole("region", { name: "Result" });
  const doIt = files.getByRole("button", { name: "Import", exact: true });

  await paste.fill(`${text}      status: [`);
  await check.click();
  await expect(files.getByText("Cannot be imported")).toBeVisible();
  await expect(doIt).toBeDisabled();
  await expectAccessible(page);

  await paste.fill(text);
  await expect(files, "an answer to an earlier text does not stay").toBeHidden();
  await check.click();
  await expect(files.getByText("New", { exact: true })).toBeVisible();
  await expect(files.getByText("Nothing has been changed yet.")).toBeVisible();
  await doIt.click();
  await expect(files.getByText("Created", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/w/demo/recipes/import");
  await paste.fill(text);
  await check.click();
  await expect(files.getByText("Unchanged", { exact: true })).toBeVisible();
  await expect(doIt).toBeDisabled();
  await files.getByRole("link", { name: `From a file ${key}` }).click();
  await expect(page.getByRole("textbox", { name: "Recipe name" })).toHaveValue(`From a file ${key}`);
  await openStep(page, "Stop");
  await expect(page.getByRole("region", { name: /^Stop/ })).toBeVisible();
});
