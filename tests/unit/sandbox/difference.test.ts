import { describe, expect, it } from "vitest";
import { previousAttributes } from "~/server/sandbox/stripe/difference";

describe("previous_attributes", () => {
  it("are the old values of what changed, key by key in hashes and whole in arrays", () => {
    const before = {
      id: "cus_1",
      name: "A",
      phone: "1",
      metadata: { plan: "pro", team: "x" },
      locales: ["en", "de"],
    };
    const after = {
      id: "cus_1",
      name: "B",
      phone: "1",
      metadata: { plan: "pro", team: "y", seats: "3" },
      locales: ["en"],
    };
    expect(previousAttributes(before, after)).toEqual({
      name: "A",
      metadata: { team: "x", seats: null },
      locales: ["en", "de"],
    });
  });

  it("are absent when nothing changed", () => {
    expect(previousAttributes({ a: { b: [1] } }, { a: { b: [1] } })).toBeNull();
  });

  it("report what came from null and what went to null", () => {
    expect(previousAttributes({ email: null, city: { a: 1 } }, { email: "x", city: null })).toEqual({
      email: null,
      city: { a: 1 },
    });
  });
});
