import { describe, expect, it } from "vitest";
import { OWN, STOPPED, spansFor, timesOf } from "~/components/recipe/backfill-spans";

const now = Date.parse("2026-11-27T12:00:00.000Z");
const own = { since: "", until: "" };

describe("the times of a backfill", () => {
  it("begin with the pause, while Stripe still has its events", () => {
    const first = (stoppedAt: string | null) => spansFor(stoppedAt, now)[0]?.id;
    expect(first("2026-11-20T00:00:00.000Z")).toBe(STOPPED);
    expect(first("2026-10-01T00:00:00.000Z")).toBe("day");
    expect(first(null)).toBe("day");
  });

  it("are what the contract takes", () => {
    const stoppedAt = "2026-11-20T00:00:00.000Z";
    expect(timesOf(STOPPED, { stoppedAt, own, now })).toEqual({ since: stoppedAt });
    expect(timesOf("week", { stoppedAt, own, now })).toEqual({ since: "2026-11-20T12:00:00.000Z" });
    expect(timesOf(OWN, { stoppedAt, own, now })).toBeNull();
    const given = { since: "2026-11-01T10:00", until: "2026-11-02T10:00" };
    expect(timesOf(OWN, { stoppedAt, own: given, now })).toEqual({
      since: new Date("2026-11-01T10:00").toISOString(),
      until: new Date("2026-11-02T10:00").toISOString(),
    });
  });
});
