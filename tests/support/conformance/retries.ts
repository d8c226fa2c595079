import { describe, expect, test } from "vitest";
import { POLICY } from "~/server/engine/limits";
import { DAY, journal, MINUTE, type Suite } from "./driver";

const keysOf = ({ stub }: Suite) =>
  stub.requests.map(({ idempotencyKey, body }) => idempotencyKey ?? JSON.parse(body).id);

/** How many seconds lie between a run's last attempt and its next. */
function waitOf({ nextAttemptAt, steps }: Awaited<ReturnType<Suite["settled"]>>): number {
  return (
    (Date.parse(nextAttemptAt ?? "") - Date.parse(steps.at(-1)?.attempts.at(-1)?.startedAt ?? "")) / 1000
  );
}

/** Each class of failure, as the policy has it. */
export function everyRetry(suite: Suite): void {
  const { stub, steps, execute, later } = suite;

  describe("a transient failure", () => {
    test.each(["update", "track"] as const)(
      "of %s costs one more attempt, with the same key",
      async (name) => {
        stub.answers.push({ status: 500, body: { error: { message: "down" } } });
        const waiting = await execute([steps[name]]);
        expect(waiting).toMatchObject({ status: "waiting", steps: [{ status: "waiting" }] });
        expect(waitOf(waiting)).toBeGreaterThan(4.9);
        expect(waitOf(waiting)).toBeLessThan(7);
        const run = await later(waiting.id, MINUTE);
        expect(journal(run)).toEqual([`${name} action succeeded 500 200`]);
        const [first, second] = keysOf(suite);
        expect(first).toBeTruthy();
        expect(second).toBe(first);
      },
    );

    test("an answer that was lost is asked for again with the same key", async () => {
      stub.answers.push({ hangUp: true });
      const { id } = await execute([steps.update]);
      expect(journal(await later(id, MINUTE))).toEqual(["update action succeeded network 200"]);
      expect(new Set(keysOf(suite)).size).toBe(1);
    });

    test("fails for good after the policy's last wait", async () => {
      const tries = POLICY.retryDelays.length + 1;
      stub.answers.push(...Array.from({ length: tries }, () => ({ status: 503 })));
      let run = await execute([steps.track]);
      for (let failed = 1; failed < tries; failed += 1) {
        expect(run.status).toBe("waiting");
        run = await later(run.id, (POLICY.retryDelays[failed - 1] ?? 0) * 1000 * (1 + POLICY.jitter) + 1000);
      }
      expect(run).toMatchObject({ status: "failed", error: { status: 503, step: "track" } });
      expect(journal(run)).toEqual([`track action failed${" 503".repeat(tries)}`]);
      expect(stub.requests).toHaveLength(tries);
    });

    test("repeats no step that had ended", async () => {
      stub.answers.push({}, { status: 500 });
      const { id } = await execute([steps.track, steps.update]);
      const run = await later(id, MINUTE);
      expect(journal(run)).toEqual(["track action succeeded 200", "update action succeeded 500 200"]);
      expect(stub.requests).toHaveLength(3);
    });
  });

  describe("a rate limit", () => {
    test.each([
      [{ "retry-after": "30" }, 29.9],
      [{}, POLICY.rateLimitDelay - 0.1],
    ])("with %j is waited out and costs no attempt", async (headers, seconds) => {
      stub.answers.push({ status: 429, headers }, { status: 500 });
      const limited = await execute([steps.track]);
      expect(waitOf(limited)).toBeGreaterThan(seconds);
      const broken = await later(limited.id, MINUTE);
      expect(journal(broken)).toEqual(["track action waiting 429 500"]);
      expect(waitOf(broken)).toBeGreaterThan(4.9);
      expect(waitOf(broken)).toBeLessThan(7);
      expect(journal(await later(limited.id, MINUTE))).toEqual(["track action succeeded 429 500 200"]);
    });
  });

  describe("a failure for good", () => {
    test("ends the run at once and says what to do", async () => {
      stub.answers.push({ status: 400, body: { meta: { error: "name is too long" } } });
      const run = await execute([steps.track]);
      expect(run).toMatchObject({ status: "failed", error: { message: "name is too long", step: "track" } });
      expect(run.error?.remedy).toBeTruthy();
      expect(stub.requests).toHaveLength(1);
    });
  });

  describe("a send", () => {
    test("whose answer is lost has an outcome that nobody knows, and is never repeated", async () => {
      stub.answers.push({ hangUp: true });
      const run = await execute([steps.email, steps.track]);
      expect(run).toMatchObject({ status: "outcome_unknown", error: { code: "outcome_unknown" } });
      await suite.pass(DAY);
      expect(journal(await suite.settled(run.id))).toEqual(["mail action outcome_unknown network"]);
      expect(stub.requests).toHaveLength(1);
    });

    test("that was turned down is made once more", async () => {
      stub.answers.push({ status: 429, headers: { "retry-after": "1" } });
      const { id } = await execute([steps.email]);
      expect(journal(await later(id, MINUTE))).toEqual(["mail action succeeded 429 200"]);
    });
  });
}
