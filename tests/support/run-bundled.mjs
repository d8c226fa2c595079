import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/** Bundles a program beside the caller and runs it as a process of its own, with the caller's arguments. */
export async function runBundled(program) {
  // Inside the repository, so that its packages are found.
  const outdir = mkdtempSync(path.join(root, ".build-bench-"));
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [program],
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
    const script = path.join(outdir, path.basename(program).replace(/\.ts$/, ".js"));
    const node = [...process.execArgv, script, ...process.argv.slice(2)];
    const child = spawn(process.execPath, node, { stdio: "inherit", env, cwd: root });
    process.exitCode = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
