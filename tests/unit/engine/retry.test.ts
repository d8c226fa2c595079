import { describe, expect, it } from "vitest";
import type { ConnectorError } from "~/server/connectors/errors";
import { POLICY } from "~/server/engine/limits";
import { classify, keptAttempts, nextAttempt } from "~/server/engine/retry";
import type { Retry } from "~/server/recipes/retry";
import type { AttemptView } from "~/server/services/run/schemas";

const NOW = new Date("2026-11-24T12:00:00Z");
const HOUR = 3_600_000;
const fact = (facts: Partial<ConnectorError>): ConnectorError => ({
  kind: "http",
  message: "",
  requestMayHaveArrived: true,
  ...facts,
});
const attempt = (code: string): AttemptView => ({
  startedAt: NOW.toISOString(),
  durationMs: 1,
  error: { code, message: "" },
  requests: [],
});
const attempts = (count: number, code: string) => Array.from({ length: count }, () => attempt(code));

describe("classify", () => {
  it.each([
    [{ status: 429 }, "rate_limited"],
    [{ status: 400, code: "lock_timeout" }, "rate_limited"],
    [{ status: 500 }, "transient"],
    [{ status: 503 }, "transient"],
    [{ status: 408 }, "transient"],
    [{ status: 409, code: "idempotency_key_in_use" }, "transient"],
    [{ status: 409 }, "permanent"],
    [{ status: 400 }, "permanent"],
    [{ status: 401 }, "permanent"],
    [{ status: 404 }, "permanent"],
    [{ kind: "network" as const }, "transient"],
    [{ kind: "timeout" as const }, "transient"],
    [{ kind: "refused" as const }, "permanent"],
    [{ kind: "invalid" as const }, "permanent"],
  ])("%j is %s", (facts, expected) => {
    expect(classify(fact(facts), false)).toBe(expected);
  });

  it("is ambiguous about a send that may have arrived, and only about that", () => {
    expect(classify(fact({ kind: "timeout" }), true)).toBe("ambiguous");
    expect(classify(fact({ status: 502 }), true)).toBe("ambiguous");
    expect(classify(fact({ kind: "network", requestMayHaveArrived: false }), true)).toBe("transient");
    expect(classify(fact({ status: 429 }), true)).toBe("rate_limited");
    expect(classify(fact({ status: 422 }), true)).toBe("permanent");
  });
});

describe("nextAttempt", () => {
  const wait = (
    kind: "transient" | "rate_limited",
    before: AttemptView[],
    retryAfterMs?: number,
    random = 0,
    startedAt = NOW,
  ) => {
    const at = nextAttempt(kind, { attempts: before, startedAt }, retryAfterMs, NOW, () => random);
    return at && (at.getTime() - NOW.getTime()) / 1_000;
  };

  it("follows the policy's delays and then gives up", () => {
    const waits = POLICY.retryDelays.map((_, done) => wait("transient", attempts(done, "network")));
    expect(waits).toEqual(POLICY.retryDelays);
    expect(wait("transient", attempts(POLICY.retryDelays.length, "network"))).toBeNull();
  });

  it("counts no rate limit as a failure", () => {
    expect(wait("transient", [...attempts(30, "rate_limited"), attempt("network")])).toBe(30);
  });

  it("stretches by the jitter at most, and never shortens what the vendor asked for", () => {
    expect(wait("transient", [], undefined, 1)).toBeCloseTo(6);
    expect(wait("rate_limited", [], 40_000, 0)).toBe(40);
    expect(wait("rate_limited", [], 40_000, 1)).toBeCloseTo(48);
    expect(wait("transient", [], 60_000)).toBe(60);
    expect(wait("transient", [], 1_000)).toBe(5);
  });

  it("waits longer each time it meets a rate limit without a header, up to a minute", () => {
    const waits = [0, 1, 2, 3, 4, 5, 50].map((met) => wait("rate_limited", attempts(met, "rate_limited")));
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60]);
  });

  it("loses patience with a rate limit after a day, and takes no header that reaches beyond it", () => {
    expect(wait("rate_limited", [], undefined, 0, new Date(NOW.getTime() - 23 * HOUR))).toBe(2);
    expect(wait("rate_limited", [], undefined, 0, new Date(NOW.getTime() - 24 * HOUR))).toBeNull();
    expect(wait("rate_limited", [], 30 * HOUR, 1)).toBeNull();
    expect(wait("transient", [], 1e300)).toBe(24 * 3_600);
  });
});

describe("keptAttempts", () => {
  it("drops the oldest rate limits of a long list and no failure", () => {
    const long = [attempt("network"), ...attempts(60, "rate_limited"), attempt("network")];
    const kept = keptAttempts(long);
    expect(kept).toHaveLength(POLICY.attemptsKept);
    expect(kept.filter(({ error }) => error?.code === "network")).toHaveLength(2);
    expect(keptAttempts(long.slice(0, 5))).toEqual(long.slice(0, 5));
  });
});

describe("what a step says of its own", () => {
  const waits = (retry: Retry, before: number) => {
    const step = { attempts: attempts(before, "network"), startedAt: NOW, retry };
    const at = nextAttempt("transient", step, undefined, NOW, () => 0);
    return at && (at.getTime() - NOW.getTime()) / 1_000;
  };

  it("counts its own tries", () => {
    expect(waits({ attempts: 0 }, 0)).toBeNull();
    expect(waits({ attempts: 2 }, 1)).toBe(POLICY.retryDelays[1]);
    expect(waits({ attempts: 2 }, 2)).toBeNull();
  });

  it("doubles the first wait up to the longest", () => {
    const retry = { attempts: 20, delay: "PT1M", longest: "PT5M" };
    expect([0, 1, 2, 3, 4, 19].map((before) => waits(retry, before))).toEqual([60, 120, 240, 300, 300, 300]);
  });

  it("goes on with the longest usual wait when it wants more tries than usual", () => {
    expect(waits({ attempts: 20 }, POLICY.retryDelays.length)).toBe(6 * 3_600);
  });

  it("a limit that is used up, or keys that are refused, are no tries", () => {
    const step = {
      attempts: [...attempts(3, "rate_limited"), ...attempts(3, "keys_refused")],
      startedAt: NOW,
      retry: { attempts: 1, delay: "PT10S" },
    };
    expect(nextAttempt("transient", step, undefined, NOW, () => 0)?.getTime()).toBe(NOW.getTime() + 10_000);
  });
});
