// Runs a second that the worker executes, as a ratio to jobs a second of the bare queue, in one run on one machine.
// Needs nothing but the repository, and brings its own Postgres: node tests/bench/steps.mjs [runs]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");
// Inside the repository, so that its packages are found.
const outdir = mkdtempSync(path.join(root, ".build-bench-"));
try {
  await build({
    absWorkingDir: root,
    entryPoints: [fileURLToPath(import.meta.resolve("./steps.ts"))],
    outdir,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "~": root },
    logLevel: "error",
  });
  const env = { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", ALLOW_LOOPBACK: "1" };
  const node = [...process.execArgv, path.join(outdir, "steps.js"), ...process.argv.slice(2)];
  const child = spawn(process.execPath, node, { stdio: "inherit", env, cwd: root });
  process.exitCode = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
