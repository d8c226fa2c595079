import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, signIn, test } from "../e2e/fixtures";
import { PUBLIC_PAGES, workspacePages } from "../support/pages";
import { fillDemo } from "./demo";

const OUT = path.resolve(".build/screenshots");
const MODES = {
  light: { colorScheme: "light", width: 1440, height: 900 },
  dark: { colorScheme: "dark", width: 1440, height: 900 },
  phone: { colorScheme: "light", width: 390, height: 844 },
} as const;

test.setTimeout(20 * 60_000);

test("every page, light, dark and on a phone, each accessible", async ({ page, api, demoPassword }) => {
  const problems = await take(page, PUBLIC_PAGES);
  await signIn(page, "demo@billhook.local", demoPassword);
  const places = await fillDemo(page, api);
  const inside = Object.entries(workspacePages(places)).map(([name, at]) => [name, `/w/demo${at}`]);
  problems.push(...(await take(page, Object.fromEntries(inside))));
  expect(problems).toEqual([]);
});

/** Takes every picture first: one page's finding hides no other's. */
async function take(page: Page, pages: Record<string, string>): Promise<string[]> {
  const problems: string[] = [];
  for (const [mode, { colorScheme, width, height }] of Object.entries(MODES)) {
    await mkdir(path.join(OUT, mode), { recursive: true });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    for (const [name, at] of Object.entries(pages)) {
      await page.goto(at, { waitUntil: "load" });
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(OUT, mode, `${name}.png`), fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) problems.push(`${mode} ${name}: ${wide} px wider than the window`);
      await expectAccessible(page).catch((error: Error) =>
        problems.push(`${mode} ${name}: ${error.message}`),
      );
    }
  }
  return problems;
}
