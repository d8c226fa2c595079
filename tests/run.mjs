// `npm test` from a fresh clone: no dependencies, because it is what installs them.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { install, isInstalled, quietEnvironment, requireNode, root, run } from "../server/cli/install.mjs";
import { step } from "../server/cli/progress.mjs";

const REPORTS = path.join(root, ".build/reports");
const totals = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
/** Names of what failed, said once more at the very end, where nobody has to look for them. */
const failures = [];

requireNode();
process.chdir(root);
Object.assign(process.env, quietEnvironment, { CI: process.env.CI ?? "1" });
for (const name of ["DATABASE_URL", "DATA_DIR", "PORT", "APP_URL", "ENGINE", "ALLOW_LOOPBACK"])
  delete process.env[name];

const bin = (name) => path.join(root, "node_modules/.bin", name);

/** Runs one stage with its output shown at its end (or as it comes), and notes its time. Returns whether it passed. */
async function stage(name, command, args, { live = false } = {}) {
  const started = Date.now();
  const child = spawn(command, args, {
    stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on("close", resolve).on("error", () => resolve(1)));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  console.log(`\n== ${lines.at(-1)}`);
  if (code !== 0 || output.length < 2000) process.stdout.write(output);
  return code === 0;
}

/** A stage without tests of its own: failing, it counts as one failure. */
async function check(name, command, args) {
  if (!(await stage(name, command, args))) totals.failed += 1;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function addCounts({ passed, failed, skipped }, ok) {
  totals.passed += passed;
  totals.skipped += skipped;
  // A run that broke outside any test (a file that does not load) is a failure too.
  totals.failed += failed || (ok ? 0 : 1);
}

async function vitest(project, { live = false, also = [] } = {}) {
  const file = path.join(REPORTS, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const projects = [project, ...also].flatMap((name) => ["--project", name]);
  const args = ["run", "--config", "tests/vitest.config.ts", ...projects, ...reporters];
  const ok = await stage(`${project} tests`, bin("vitest"), args, { live });
  const report = readReport(file);
  if (!report) return addCounts({ passed: 0, failed: 1, skipped: 0 }, ok);
  const unloadable = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  addCounts(counts, ok);
  for (const suite of report.testResults) {
    const file = path.relative(root, suite.name);
    if (suite.status === "failed" && suite.assertionResults.length === 0)
      failures.push(`${file}: did not load`);
    for (const test of suite.assertionResults.filter(({ status }) => status === "failed"))
      failures.push(`${file}: ${test.fullName}\n    ${test.failureMessages[0]?.split("\n")[0] ?? ""}`);
  }
}

/** Every spec of a Playwright report, however deep its suites are. */
const specsOf = (suites = []) =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites)]);

async function playwright() {
  const file = path.join(REPORTS, "e2e.json");
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  const args = ["test", "--config", "tests/playwright.config.ts", "--reporter=line,json"];
  const ok = await stage("browser tests", bin("playwright"), args, { live: true });
  const report = readReport(file);
  const stats = report?.stats;
  if (!stats) return addCounts({ passed: 0, failed: 1, skipped: 0 }, ok);
  addCounts({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }, ok);
  for (const spec of specsOf(report.suites).filter((one) => !one.ok)) {
    const { message = "", location } = spec.tests[0]?.results.at(-1)?.error ?? {};
    const lines = stripVTControlCharacters(message).split("\n");
    const said = lines.filter((line) => line.trim() !== "").slice(0, 6);
    failures.push(`${spec.file}: ${spec.title}\n    line ${location?.line}: ${said.join("\n    ")}`);
  }
}

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Sees to a browser: Playwright's own, the system's, Debian's package, or Playwright's download, in this order. */
async function ensureChromium() {
  const { chromium } = await import("@playwright/test");
  if ([chromium.executablePath(), ...SYSTEM_BROWSERS].some((file) => existsSync(file))) return;
  await step("Installing Chromium", async () => {
    const apt = "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium";
    const asRoot = process.getuid?.() === 0 ? ["sh", "-c", apt] : ["sudo", "-n", "sh", "-c", apt];
    const hasApt = spawnSync("sh", ["-c", "command -v apt-get"]).status === 0;
    if (hasApt && (await run(asRoot[0], asRoot.slice(1)).catch(() => false)) !== false) return;
    await run(bin("playwright"), ["install", "chromium"]);
  });
}

async function main() {
  if (!isInstalled()) await step("Installing packages", install);
  const { buildPages, buildPrograms, generateClient } = await import("../server/cli/build.mjs");
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  await ensureChromium().catch((error) => console.error(error.message));
  await generateClient();
  await check("format and lint", bin("biome"), ["check", "--error-on-warnings"]);
  // Before the build starts: both of them read and write Next's generated types.
  // The incremental cache misses errors in files that only depend on a changed type.
  await check("types", bin("tsc"), ["--noEmit", "--incremental", "false"]);
  const built = buildPrograms()
    .then(() => buildPages())
    .then(
      () => true,
      (error) => {
        totals.failed += 1;
        lines.push("FAILED build");
        console.error(`\n== FAILED build\n${error.message}`);
        return false;
      },
    );
  await check("unused code", bin("knip"), []);
  await vitest("unit", { live: true });
  await built;
  // Faults are mostly waited for: beside the others they cost little time.
  await Promise.all([vitest("integration", { live: true, also: ["apart"] }), vitest("faults")]);
  await playwright();
}

const started = Date.now();
await main().catch((error) => {
  totals.failed += 1;
  console.error(error.message ?? error);
});
if (failures.length > 0) console.log(`\nfailed:\n  ${failures.join("\n  ")}`);
console.log(`\n${lines.join("\n")}\nall of it took ${((Date.now() - started) / 1000).toFixed(0)} s`);
const skipped = totals.skipped ? `, ${totals.skipped} skipped` : "";
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed === 0 ? 0 : 1);
