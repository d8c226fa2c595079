// `npm start` from a fresh clone: no dependencies, because it is what installs them.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { install, isInstalled, quietEnvironment, requireNode, root } from "./install.mjs";
import { step } from "./progress.mjs";

const [mode, ...rest] = process.argv.slice(2);
const isTool = mode === "--cli" || mode === "--migration";
// A tool's standard output is its answer and nothing else.
const stream = isTool ? process.stderr : process.stdout;

async function prepare() {
  Object.assign(process.env, quietEnvironment);
  if (!isInstalled()) await step("Installing packages (the first time only)", install, stream);
  const { buildPages, buildPrograms } = await import("./build.mjs");
  await buildPrograms(stream);
  if (!isTool && mode !== "--dev") await buildPages(stream);
}

/** Loads a built program into this process, so that signals reach it directly. */
function load(program, args) {
  process.argv = [process.argv[0], path.join(root, ".build", program), ...args];
  return import(pathToFileURL(path.join(root, ".build", program)).href);
}

try {
  requireNode();
  process.chdir(root);
  if (!isTool) await (await import("./port.mjs")).requireFreePort();
  await prepare();
  if (isTool) await load("with-database.js", [mode === "--cli" ? "cli.js" : "migration.js", ...rest]);
  else await load("supervisor.js", mode === "--dev" ? ["--dev"] : []);
} catch (error) {
  console.error(error.message ?? error);
  process.exit(1);
}
