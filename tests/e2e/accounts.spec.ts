import { expect, expectAccessible, signIn, test } from "./fixtures";

const PASSWORD = "a long enough passphrase";
const newEmail = () => `accounts-${Date.now()}-${Math.random().toString(36).slice(2)}@example.com`;

test("sign up, sign out, sign in; mistakes are said where they are", async ({ page }) => {
  const email = newEmail();
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByLabel("Workspace").fill("Accounts");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Enter a valid e-mail address.")).toBeVisible();
  await expect(page.getByText("Use at least 10 characters.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toBeFocused();

  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Workspace").press("Enter");
  await page.waitForURL(/\/w\/accounts/);
  await page.goto("/sign-in");
  await page.waitForURL(/\/w\/accounts/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/(sign-in)?$/);

  await page.goto("/w/demo/runs");
  await page.waitForURL(/\/sign-in\?callbackUrl=/);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("The e-mail address or the password is wrong.")).toBeVisible();
  await signIn(page, email, PASSWORD);

  await page.context().clearCookies();
  await page.goto("/sign-up?callbackUrl=%2Ftemplates");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Workspace").fill("Accounts");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("There is already an account with this e-mail address.")).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.waitForURL(/\/sign-in\?callbackUrl=%2Ftemplates/);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/templates$/);
});

test("a link that leads away is not followed after signing in", async ({ page, demoPassword }) => {
  await page.goto("/sign-in?callbackUrl=https%3A%2F%2Fevil.example%2F");
  await page.getByLabel("E-mail").fill("demo@billhook.local");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/w\/demo/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`both forms are accessible and fit a phone (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 720 });
    for (const path of ["/sign-in?error=EmailNotVerified", "/sign-up"]) {
      await page.goto(path);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  });
}
