import { expect, test } from "vitest";
import { beginning, promptOf, startPath } from "~/app/start/beginning";

test("what a visitor chose or typed comes back whole after signing up; anything else is dropped", () => {
  const text = "When a refund over 50 € is made, tell the team & tag it?";
  const path = startPath({ prompt: ` ${text} `, event: ["a", "b"] });
  expect(new URL(path, "http://x").searchParams.get("prompt")).toBe(text);
  expect(startPath({ event: "invoice.paid", action: "customerio.event.track" })).toBe(
    "/start?event=invoice.paid&action=customerio.event.track",
  );
  expect(promptOf({ prompt: "  " })).toBeNull();
  expect(promptOf({ prompt: ["a"] })).toBeNull();
  expect(promptOf({ prompt: "x".repeat(5000) })).toHaveLength(2000);
});

test("a template or a pair becomes a recipe; an unknown one does not", () => {
  expect(beginning({ template: "new-customer" })).toMatchObject({ templateId: "new-customer" });
  expect(beginning({ event: "invoice.paid", action: "customerio.event.track" })).toMatchObject({
    name: "Invoice paid: track event",
    definition: { trigger: { config: { events: ["invoice.paid"] } } },
  });
  expect(beginning({ event: "invoice.paid", action: "stripe.refund.create" })).toBeNull();
  expect(beginning({ template: "none" })).toBeNull();
});
