// Runs a second that the worker executes, as a ratio to jobs a second of the bare queue, in one run on one machine.
// Needs nothing but the repository, and brings its own Postgres: node tests/bench/steps.mjs [runs]
import { fileURLToPath } from "node:url";
import { runBundled } from "../support/run-bundled.mjs";

await runBundled(fileURLToPath(import.meta.resolve("./steps.ts")));
