import { vi } from "vitest";

// The engine and Inngest's address are read when the environment is loaded.
const server = await vi.hoisted(async () => {
  const { InngestServer } = await import("~/tests/support/inngest-server");
  const started = await InngestServer.start();
  process.env.ENGINE = "inngest";
  process.env.INNGEST_EVENT_KEY = "testkey";
  process.env.INNGEST_BASE_URL = started.url;
  return started;
});

const { openInngest } = await import("~/tests/support/conformance/inngest");
const { conformance } = await import("~/tests/support/conformance/suite");

await conformance(await openInngest(server));
