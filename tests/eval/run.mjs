// Bundles the evaluation and runs it: `npm run eval:prompts`; VERBOSE=1 lists what is wrong.
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = await mkdtemp(path.resolve("node_modules/.eval-"));
const outfile = path.join(folder, "eval.mjs");
try {
  await build({
    entryPoints: ["tests/eval/eval.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
    alias: { "~": process.cwd() },
    logLevel: "error",
  });
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}
