// Lighthouse's scores, and the JavaScript of the first load, of the pages that are judged by the eye.
// With Billhook running (`npm start`), on a quiet machine: node tests/bench/lighthouse.mjs [page …]
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

// Fetched when it is asked for: its hundred packages are nothing that a fresh clone should wait for.
const LIGHTHOUSE = "lighthouse@12.8.2";
const origin = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const dataDir = path.resolve(process.env.DATA_DIR ?? ".data");
const out = path.resolve(".build/lighthouse");
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome", chromium.executablePath()].find(
  (file) => existsSync(file),
);
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** Signs in as the demo's owner; returns the cookies, and the demo's first recipe. */
async function enterDemo(browser) {
  const page = await browser.newPage();
  const password = readFileSync(path.join(dataDir, "keys/demo-password"), "utf8").trim();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail").fill("demo@billhook.local");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/w\//);
  await page.goto(`${origin}/w/demo/recipes`);
  const recipe = await page
    .locator('a[href^="/w/demo/recipes/"]:not([href$="/new"])')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")).find((href) => /[0-9a-f-]{36}$/.test(href)),
    );
  const cookies = await page.context().cookies();
  return { recipe, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
}

/** Bytes of JavaScript, as sent, of a first visit without a cache. */
async function scriptBytes(browser, url, cookie) {
  const context = await browser.newContext({ extraHTTPHeaders: cookie ? { cookie } : {} });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set();
  let bytes = 0;
  session.on(
    "Network.responseReceived",
    ({ requestId, type }) => type === "Script" && scripts.add(requestId),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "load" });
  await context.close();
  return bytes;
}

function lighthouse(name, url, cookie) {
  const report = path.join(out, `${name}.json`);
  const args = ["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", url, "--quiet"];
  args.push("--preset=desktop", "--output=json", `--output-path=${report}`);
  args.push(`--chrome-flags=--headless=new ${FLAGS.join(" ")}`);
  if (cookie) args.push(`--extra-headers=${JSON.stringify({ cookie })}`);
  const env = { ...process.env, CHROME_PATH: executablePath };
  return new Promise((resolve, reject) => {
    const child = spawn("npm", args, { env, stdio: ["ignore", "ignore", "inherit"] });
    child.on("close", (code) =>
      code === 0
        ? resolve(JSON.parse(readFileSync(report, "utf8")))
        : reject(new Error(`lighthouse ${code}`)),
    );
  });
}

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath, args: FLAGS });
const { recipe, cookie } = await enterDemo(browser);
const PAGES = {
  front: ["/"],
  gallery: ["/templates"],
  template: ["/templates/new-customer"],
  overview: ["/w/demo", cookie],
  runs: ["/w/demo/runs", cookie],
  editor: [recipe, cookie],
};
const wanted = process.argv.slice(2);
for (const [name, [at, as]] of Object.entries(PAGES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const kilobytes = (await scriptBytes(browser, origin + at, as)) / 1000;
  const { categories, audits } = await lighthouse(name, origin + at, as);
  const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
  console.log(`${name}: ${scores.join(", ")}; first JavaScript ${kilobytes.toFixed(0)} kB`);
  for (const { id, title, score, scoreDisplayMode } of Object.values(audits))
    if (score !== null && score < 0.9 && scoreDisplayMode !== "informative") console.log(`  ${id}: ${title}`);
}
await browser.close();
