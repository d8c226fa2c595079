import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeForm } from "~/server/sandbox/stripe/form";

describe("Stripe's bracketed forms", () => {
  it("decode to text, hashes and lists", () => {
    expect(
      decodeForm(
        "email=a%40b.co&metadata[plan]=pro&metadata[a b]=c+d&expand[0]=x&expand[1]=y&types[]=p&types[]=q",
      ),
    ).toEqual({
      email: "a@b.co",
      metadata: { plan: "pro", "a b": "c d" },
      expand: ["x", "y"],
      types: ["p", "q"],
    });
    expect(decodeForm("items[0][price]=p1&items[0][quantity]=2&items[1][price]=p2")).toEqual({
      items: [{ price: "p1", quantity: "2" }, { price: "p2" }],
    });
    expect(decodeForm("created[gte]=5&name=")).toEqual({ created: { gte: "5" }, name: "" });
  });

  it("cannot reach a prototype", () => {
    const decoded = decodeForm(
      "__proto__[polluted]=1&a[__proto__][polluted]=1&constructor[prototype][polluted]=1",
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(Object.keys(decoded)).toEqual(["constructor"]);
  });

  it("survives any text", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof decodeForm(text) === "object"));
  });
});
