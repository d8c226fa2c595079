import { expect, expectAccessible, ownWorkspace, test } from "./fixtures";

const PASSWORD = "a long enough passphrase";

test("a colleague is invited as a viewer, joins, may look and not touch, becomes an editor, and leaves", async ({
  page,
  browser,
  origin,
}) => {
  const slug = await ownWorkspace(page);
  const email = `colleague-${Date.now()}@example.com`;
  await page.goto(`/w/${slug}/settings`);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill("not an address");
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByText("Enter a valid e-mail address.")).toBeVisible();
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Role").selectOption("viewer");
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  const link = (await dialog.getByText(/\/invitation\//).textContent())?.trim() ?? "";
  await dialog.getByRole("button", { name: "Done" }).click();
  const members = page.getByRole("list", { name: "Members" });
  await expect(members.getByRole("listitem").filter({ hasText: email })).toContainText(
    "the link works until",
  );
  await expectAccessible(page);

  const theirs = await browser.newContext({ baseURL: origin });
  const colleague = await theirs.newPage();
  await colleague.goto(link);
  await expect(colleague.getByText("with the role “viewer”")).toBeVisible();
  await expectAccessible(colleague);
  await colleague.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await colleague.getByRole("button", { name: "Create account and join" }).click();
  await colleague.waitForURL(new RegExp(`/w/${slug}$`));
  await colleague.goto(`/w/${slug}/settings`);
  await expect(colleague.getByRole("list", { name: "Members" })).toContainText(email);
  await expect(colleague.getByRole("button", { name: "Invite", exact: true })).toHaveCount(0);
  await expect(colleague.getByRole("button", { name: "Create token" })).toHaveCount(0);

  await page.reload();
  await page.getByLabel(`Role of ${email}`).selectOption("editor");
  await expect(page.getByText(`The role of ${email} is changed`)).toBeVisible();
  await colleague.reload();
  await expect(colleague.getByRole("list", { name: "Members" })).toContainText("editor");

  await colleague.getByRole("button", { name: "Leave" }).first().click();
  await colleague.getByRole("alertdialog").getByRole("button", { name: "Leave", exact: true }).click();
  await colleague.waitForURL(/\/new-workspace$/);
  await colleague.getByLabel("Name").fill("My own");
  await colleague.getByRole("button", { name: "Create workspace" }).click();
  await colleague.waitForURL(/\/w\/my-own/);
  expect((await colleague.goto(`/w/${slug}`))?.status()).toBe(404);
  await colleague.goto(link);
  await expect(colleague.getByText("This invitation is not valid any more")).toBeVisible();
  await theirs.close();
});
