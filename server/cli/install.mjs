import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** Prisma would download an engine that Billhook does not use; any existing executable keeps it from that. */
export const quietEnvironment = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
};

/** Ends the process with a remedy when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Billhook needs Node 20.19 or newer; this is ${process.version}. Install it from https://nodejs.org and try again.`,
  );
  process.exit(1);
}

/**
 * Runs a command in the clone and resolves with its output. Rejects with all of that output when it fails, so that
 * nobody needs to run it again to see why.
 */
export function run(command, args, { env = {}, show = false, cwd = root } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...quietEnvironment, ...env },
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve(output);
      reject(
        Object.assign(new Error(`${path.basename(command)} ${args.join(" ")} failed.\n${output.trim()}`), {
          output,
        }),
      );
    });
  });
}

function readLock(file) {
  return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
}

/** True when `node_modules` holds what the lockfile asks for (packages of other platforms aside). */
export function isInstalled() {
  const hidden = "node_modules/.package-lock.json";
  if (!existsSync(path.join(root, hidden))) return false;
  const installed = readLock(hidden);
  return Object.entries(readLock("package-lock.json")).every(
    ([name, wanted]) =>
      !name || wanted.optional || wanted.devOptional || installed[name]?.version === wanted.version,
  );
}

/** Installs exactly the lockfile's packages. `NODE_ENV=production` must not leave out what building needs. */
export async function install() {
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  if (npm?.endsWith(".js")) return run(process.execPath, [npm, ...args]);
  return run("npm", args);
}
