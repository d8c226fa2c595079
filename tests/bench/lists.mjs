// How long the lists, their search and the overview take with many runs, and how many events a second are stored then.
// Needs nothing but the repository, and brings its own Postgres: node tests/bench/lists.mjs [runs]
import { fileURLToPath } from "node:url";
import { runBundled } from "../support/run-bundled.mjs";

await runBundled(fileURLToPath(import.meta.resolve("./lists.ts")));
