import { defineConfig } from "@playwright/test";
import { findChromium } from "./support/chromium";

const executablePath = findChromium();

export default defineConfig({
  testDir: process.env.SCREENSHOTS ? "./screenshots" : "./e2e",
  outputDir: "../test-results",
  globalSetup: "./support/e2e-setup.ts",
  // Whole journeys, on a machine that may be busy: what is slow is not wrong.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: "line",
  use: {
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
});
