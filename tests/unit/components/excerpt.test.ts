import { expect, test } from "vitest";
import { excerpt, valuesIn } from "~/components/marketing/example/excerpt";

const EVENT = {
  id: "evt_1",
  object: "event",
  type: "invoice.paid",
  data: {
    object: {
      id: "in_1",
      account_country: "US",
      account_name: "Acme",
      attempts: 1,
      amount_due: 4900,
      lines: { data: [{ id: "il_1", amount: 4900 }] },
      number: "A-1",
    },
  },
};

test("an excerpt keeps the head, where each used value first stands, and what is around it", () => {
  const lines = excerpt(EVENT, new Set(["4900"]));
  expect(lines.slice(0, 4)).toMatchObject([
    { text: "{" },
    { text: '  "id": "evt_1",' },
    { text: '  "object": "event",' },
    { text: '  "type": "invoice.paid",' },
  ]);
  expect(lines).toContainEqual({ text: '      "amount_due": 4900,', used: true });
  expect(lines).toContainEqual({ text: '  "data": {', used: false });
  expect(lines).toContainEqual({ left: 4, indent: 6 });
  const whole = JSON.stringify(EVENT, null, 2).split("\n").length;
  const told = lines.reduce((sum, line) => sum + ("left" in line ? line.left : 1), 0);
  expect(told).toBe(whole);
});

test("values that say nothing are not looked for: flags, short texts, small numbers", () => {
  expect([...valuesIn({ a: true, b: 1, c: "x", d: ["usd", { e: 4900 }], f: null })]).toEqual(["usd", "4900"]);
});
