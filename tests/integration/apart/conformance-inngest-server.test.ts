import { expect, test, vi } from "vitest";

// A server that somebody runs: `npx inngest-cli dev`, or a self-hosted one with its keys in the environment.
const url = await vi.hoisted(async () => {
  const given = process.env.INNGEST_BASE_URL;
  const isThere =
    given &&
    (await fetch(`${given}/health`)
      .then(({ ok }) => ok)
      .catch(() => false));
  if (isThere) process.env.ENGINE = "inngest";
  return isThere ? given : undefined;
});

if (url) {
  // A real server's clock is not ours to put forward: its retries take as long as they take.
  vi.setConfig({ testTimeout: 120_000 });
  const { sendCancel } = await import("~/server/engine/inngest/send");
  const { ENGINE_JOBS, startBackground } = await import("~/server/engine/background");
  const { executeAdmitted, serveFunctions } = await import("~/tests/support/conformance/inngest");
  const { conformance } = await import("~/tests/support/conformance/suite");
  const app = await serveFunctions();
  const background = startBackground(ENGINE_JOBS);
  await conformance({
    executeBeside: executeAdmitted,
    canceled: sendCancel,
    pass: async () => undefined,
    stop: async () => {
      await background.stop();
      await app.stop();
    },
  });
} else {
  test("the conformance suite over a real Inngest server", ({ skip }) => {
    console.warn(
      "SKIPPED: no Inngest server answers at INNGEST_BASE_URL, so the conformance suite did not run over one.",
    );
    skip();
    expect(url).toBeUndefined();
  });
}
