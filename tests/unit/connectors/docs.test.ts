import { expect, test } from "vitest";
import { z } from "zod";
import { BUCKETS } from "~/server/connectors/buckets";
import { ACTIONS, getAction } from "~/server/connectors/catalog";
import { retryWords } from "~/server/connectors/effect-words";
import { exampleOf } from "~/server/connectors/example";
import { fieldRows } from "~/server/connectors/field-rows";

const each = ACTIONS.map((action) => [action.id, action] as const);

test.each(each)("%s has what its page needs", async (_id, action) => {
  const { requests } = await exampleOf(action, action.sample.input);
  expect(requests.length > 0).toBe(action.app !== "core");
  expect(JSON.stringify(requests)).not.toMatch(/sk_test_example|track_key|app_key|cdp_key/);
  for (const row of fieldRows(z.toJSONSchema(action.input, { io: "input" }))) {
    expect(row.title, row.path).not.toBe("");
    expect(row.type, row.path).not.toBe("");
  }
  expect(retryWords(action).length).toBeGreaterThan(20);
  expect(BUCKETS[action.bucket].words).toMatch(/\d/);
});

test("fields are listed at every depth, with what is required and what is rare", () => {
  const action = getAction("stripe.checkout_session.create");
  const rows = fieldRows(z.toJSONSchema(action?.input ?? z.object(), { io: "input" }));
  const row = (path: string) => rows.find((one) => one.path === path);
  expect(row("mode")).toMatchObject({
    required: true,
    more: false,
    values: ["payment", "subscription", "setup"],
  });
  expect(row("line_items[].price")).toMatchObject({ required: true, type: "text" });
  expect(row("after_expiration.recovery.enabled")).toMatchObject({ more: true });
});
