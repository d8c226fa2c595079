import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const alias = { "~": root };

const integration = {
  env: { NODE_ENV: "test" as const, LOG_LEVEL: "silent", ALLOW_LOOPBACK: "1" },
  globalSetup: ["tests/support/database.ts"],
  setupFiles: ["tests/support/own-database.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    projects: [
      {
        root,
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
          // Pure files keep no state, so they need no process of their own: most of a unit run is imports.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        root,
        resolve: { alias },
        // They share a process, which loads the server once; the database is each file's own.
        test: {
          ...integration,
          name: "integration",
          include: ["tests/integration/*.test.ts"],
          isolate: false,
        },
      },
      {
        root,
        resolve: { alias },
        // These set the environment or replace a module before the server is loaded, or end it: a process each.
        test: { ...integration, name: "apart", include: ["tests/integration/apart/*.test.ts"] },
      },
      {
        root,
        resolve: { alias },
        // What goes wrong outside, and what breaks, under the product as it is built and started.
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
