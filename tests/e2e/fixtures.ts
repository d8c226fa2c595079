import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

interface Fixtures {
  origin: string;
  demoPassword: string;
  /** The database behind the product. */
  database: string;
  /** Calls the public API of the demo workspace. */
  api: <T>(method: string, path: string, body?: object) => Promise<T>;
}

function fromSetup(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run through tests/playwright.config.ts.`);
  return value;
}

/** A test that knows where the product runs. Anything the browser reports as an error fails it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern.
  origin: async ({}, use) => use(fromSetup("E2E_URL")),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern.
  demoPassword: async ({}, use) => use(fromSetup("E2E_PASSWORD")),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern.
  database: async ({}, use) => use(fromSetup("E2E_DATABASE")),
  api: async ({ origin }, use) => {
    const headers = { authorization: `Bearer ${fromSetup("E2E_TOKEN")}`, "content-type": "application/json" };
    await use(async <T>(method: string, path: string, body?: object) => {
      const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
      const answer = await fetch(`${origin}/api/v1${path}`, init);
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    });
  },
  baseURL: async ({ origin }, use) => use(origin),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) errors.push(message.text());
    });
    await use(page);
    expect(errors, "errors in the browser").toEqual([]);
  },
});

export { expect };

/** Fails on any accessibility finding of WCAG 2 A and AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Next streams the title of a page whose name comes from the database.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${page.url()}: ${id}: ${help}: ${nodes.map(({ target }) => target).join(", ")}`,
  );
  expect(found).toEqual([]);
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/w\//);
}

/** Shows recipes as a list of open forms from now on, as a phone does. */
export async function showAsList(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem("billhook.editor-view", "list"));
}

/** Opens the form of a step by its node on the canvas. */
export async function openStep(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^Step \\d+ of \\d+, ${title}`) }).click();
}

/** Signs up a stranger with a workspace of their own and its sandbox accounts; returns the workspace's slug. */
export async function ownWorkspace(page: Page): Promise<string> {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(`e2e-${Date.now()}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("a long enough passphrase");
  await page.getByLabel("Workspace").fill("E2E");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(/\/w\/[^/]+/);
  const slug = new URL(page.url()).pathname.split("/")[2] ?? "";
  await page.goto(`/w/${slug}/sandbox`);
  await page.getByRole("button", { name: "Open sandbox accounts" }).click();
  await page.waitForURL(/sandbox\/stripe/);
  return slug;
}
