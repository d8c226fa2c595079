import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

/** Fills the form that a visitor's "Use this" or "Build" led to. */
async function signUp(page: Page): Promise<void> {
  await page.waitForURL(/\/sign-up/);
  await page.getByLabel("E-mail").fill(`front-${Date.now()}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("a long enough passphrase");
  await page.getByLabel("Workspace").fill("Front");
  await page.getByRole("button", { name: "Create account" }).click();
}

test("a visitor's pair survives signing up, and its recipe goes live on the page of first steps", async ({
  page,
}) => {
  await page.goto("/");
  const events = page.getByRole("combobox", { name: "When this happens in Stripe…" });
  await events.click();
  await events.fill("new customer");
  await events.press("Enter");
  await page.waitForURL(/event=customer\.created/);
  const request = page.getByRole("region", { name: "Request out" });
  await expect(request.getByText("customer_created")).toBeVisible();
  await page.getByRole("link", { name: "Use this", exact: true }).click();
  await signUp(page);
  await page.waitForURL(/\/recipes\/[0-9a-f-]{36}/);
  await expect(page.getByText("New customer: track event").first()).toBeVisible();

  const slug = new URL(page.url()).pathname.split("/")[2];
  await page.goto(`/w/${slug}`);
  await page.getByRole("button", { name: "Hide the first steps" }).click();
  await page.getByRole("button", { name: "Show the first steps" }).click();
  await page.getByRole("link", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Open sandbox accounts" }).click();
  await page.getByRole("button", { name: "Test with a sample event" }).click();
  await expect(page.getByText("Nothing was sent.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Set live" }).click();
  await page.getByRole("button", { name: "New customer in the Stripe sandbox" }).click();
  await expect(page.getByRole("row", { name: /Succeeded/ }).first()).toBeVisible();
  await expectAccessible(page);
});

test("a visitor's sentence survives signing up; signed in, it is there at once", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: /^Three days before a trial ends/ }).click();
  const box = page.getByLabel("Or describe your automation");
  await expect(box).toHaveValue(/^Three days before a trial ends/);
  await box.fill("When a refund over 50 € is made, tell the team & tag the person");
  await page.getByRole("button", { name: "Build" }).click();
  await signUp(page);
  const typed = (url: URL) => url.pathname.endsWith("/recipes/new") && url.searchParams.get("prompt");
  await page.waitForURL(
    (url) => typed(url) === "When a refund over 50 € is made, tell the team & tag the person",
  );
  await page.goto("/");
  await box.fill("Track invoice.paid");
  await box.press("Enter");
  await page.waitForURL((url) => typed(url) === "Track invoice.paid");
});

test("the public pages are accessible, fit a phone and say what they are", async ({ page, origin }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [
    "/",
    "/?event=customerio.segment.entered",
    "/templates",
    "/templates?q=coupon&category=Growth",
    "/templates/dispute-alert",
    "/connect/invoice.paid/customerio.email.send",
    "/pricing",
    "/connect",
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
    const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
    expect(canonical, path).toBe(origin + (path.startsWith("/?") ? "" : path.replace(/\?.*|\/$/, "")));
    await expectAccessible(page);
  }
  await page.goto("/connect/invoice.paid/customerio.email.send");
  const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
  const answer = await page.request.get(picture ?? "");
  expect(answer.headers()["content-type"]).toBe("image/png");
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  expect(sitemap).toContain(`${origin}/connect/invoice.paid/customerio.email.send`);
  for (const path of ["/connect/invoice.paid/stripe.refund.create", "/templates/none", "/og/none"])
    expect((await page.request.get(path)).status(), path).toBe(404);
});
