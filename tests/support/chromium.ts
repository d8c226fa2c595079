import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The Chromium that tests drive: Playwright's own when it is installed, else the system's; undefined when neither is. */
export function findChromium(): string | undefined {
  return [chromium.executablePath(), ...SYSTEM].find((file) => existsSync(file));
}
