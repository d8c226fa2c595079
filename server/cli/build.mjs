import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { compressStatic } from "./compress.mjs";
import { quietEnvironment, root, run } from "./install.mjs";
import { step } from "./progress.mjs";

const OUTPUT = path.join(root, ".build");
const ENTRIES = ["supervisor", "prepare", "web", "worker", "cli", "with-database", "migration"];

function* filesOf(relative) {
  const full = path.join(root, relative);
  if (!existsSync(full)) return;
  for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = path.join(relative, entry.name);
    if (child === path.join("server", "generated")) continue;
    if (entry.isDirectory()) yield* filesOf(child);
    else yield child;
  }
}

/** A hash over the names and contents of these files and folders. */
function fingerprint(folders, files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...files, ...folders.flatMap((folder) => [...filesOf(folder)])]) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

const stampFile = (name) => path.join(OUTPUT, `${name}.stamp`);
const isFresh = (name, stamp) =>
  existsSync(stampFile(name)) && readFileSync(stampFile(name), "utf8") === stamp;

/** Runs `work` unless its result was already made from the same sources. */
async function unlessFresh(name, stamp, label, work, stream) {
  if (isFresh(name, stamp)) return false;
  mkdirSync(OUTPUT, { recursive: true });
  rmSync(stampFile(name), { force: true });
  await step(label, work, stream);
  writeFileSync(stampFile(name), stamp);
  return true;
}

/** Writes the Prisma client; needs no engine and no database. */
export async function generateClient(stream) {
  const made = existsSync(path.join(root, "server/generated/prisma/client.ts"));
  const stamp = made ? fingerprint([], ["prisma/schema.prisma", "package-lock.json"]) : "";
  if (made && isFresh("prisma", stamp)) return;
  await unlessFresh(
    "prisma",
    fingerprint([], ["prisma/schema.prisma", "package-lock.json"]),
    "Preparing the database client",
    () => run(process.execPath, ["node_modules/prisma/build/index.js", "generate"]),
    stream,
  );
}

async function bundle() {
  const { build } = await import("esbuild");
  const entryPoints = ENTRIES.map((name) => path.join(root, "server/cli", `${name}.ts`)).filter(existsSync);
  for (const file of readdirSync(OUTPUT)) if (/\.js(\.map)?$/.test(file)) rmSync(path.join(OUTPUT, file));
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: OUTPUT,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    jsx: "automatic",
    logLevel: "error",
  });
}

/** Bundles the programs that run outside Next. */
export async function buildPrograms(stream) {
  await generateClient(stream);
  const stamp = fingerprint(["server", "prisma"], ["package-lock.json", "tsconfig.json"]);
  await unlessFresh("programs", stamp, "Building the server's programs", bundle, stream);
}

/** Builds the pages. */
export async function buildPages(stream) {
  const stamp = fingerprint(
    ["app", "components", "server", "public", "prisma"],
    ["package.json", "package-lock.json", "tsconfig.json", "next.config.js"],
  );
  const fresh = existsSync(path.join(root, ".next/BUILD_ID"));
  if (!fresh) rmSync(stampFile("pages"), { force: true });
  const build = async () => {
    await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { NODE_ENV: "production", LOG_LEVEL: "error" },
    });
    await compressStatic(root);
  };
  await unlessFresh("pages", stamp, "Building the pages", build, stream);
}

/** Builds whatever is older than its sources. */
export async function buildAll(stream) {
  await buildPrograms(stream);
  await buildPages(stream);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  Object.assign(process.env, quietEnvironment);
  await buildAll().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
