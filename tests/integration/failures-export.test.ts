import { expect, test } from "vitest";
import { exportFailures } from "~/server/services/failure/export";
import { failingRecipe } from "~/tests/support/failures";
import { Outsider } from "~/tests/support/outsider";
import { makeWorkspace } from "~/tests/support/workspace";

const HEAD =
  "failed_at,workspace,recipe,run_id,run_url,event_id,event_type,status,error_code,error_message,remedy,step";
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));

test("failures leave as CSV and JSON, oldest first, of the time and the recipe asked for", async () => {
  const ctx = await makeWorkspace();
  const user = await Outsider.of(ctx);
  const [one, two] = [await failingRecipe(ctx, "One, quoted"), await failingRecipe(ctx, "Two")];
  await one.end({ at: at(10), message: 'He said "no"\nand left' });
  await two.end({ at: at(20), status: "outcome_unknown" });
  await two.end({ at: at(30) });
  await two.end({ at: at(40), status: "succeeded" });
  const csv = await user.call("GET", "/failures/export");
  expect(csv.status).toBe(200);
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(csv.headers.get("content-disposition")).toBe('attachment; filename="billhook-failures.csv"');
  const [head, first, ...others] = csv.text.split("\r\n");
  expect(head).toBe(HEAD);
  expect(first).toMatch(
    /^2026-11-20T12:10:00\.000Z,test-\w+,"One, quoted",[\w-]{36},http.*,customer\.created,failed,http_500,"He said ""no""\nand left",Run it again\.,person$/,
  );
  expect(others).toHaveLength(3);
  const get = async (query: string) =>
    (await user.call<object[]>("GET", `/failures/export?format=json${query}`)).json;
  expect(await get("")).toMatchObject([
    { recipe: "One, quoted", status: "failed", error_message: 'He said "no"\nand left', step: "person" },
    { recipe: "Two", status: "outcome_unknown" },
    { recipe: "Two", status: "failed" },
  ]);
  expect(await get(`&recipeId=${one.recipeId}`)).toHaveLength(1);
  expect(await get("&since=2026-11-20T12:20:00Z&until=2026-11-20T12:30:00Z")).toMatchObject([
    { status: "outcome_unknown" },
  ]);
  expect(await get("&since=2026-11-20T13:30:00%2B01:00")).toHaveLength(1);
  expect(await get("&until=2026-11-01T00:00:00Z")).toEqual([]);
  const other = await Outsider.of(await makeWorkspace());
  expect((await other.call("GET", "/failures/export?format=json")).json).toEqual([]);
  expect((await new Outsider(null).fails("GET", "/failures/export")).status).toBe(401);
});

test.each([
  ["format=xml", /^format: must be "csv" or "json"/],
  ["since=yesterday", /^since: must be a time/],
  ["recipeId=1", /^recipeId/],
  ["limit=3", /limit/],
])("%s is refused", async (query, message) => {
  const user = await Outsider.of(await makeWorkspace());
  const { status, json } = await user.fails("GET", `/failures/export?${query}`);
  expect([status, json.error.message]).toEqual([400, expect.stringMatching(message)]);
});

test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])(
  "a spreadsheet does not calculate %j",
  async (message) => {
    const ctx = await makeWorkspace();
    await (await failingRecipe(ctx)).end({ at: at(0), message });
    const { text } = await (await Outsider.of(ctx)).call("GET", "/failures/export");
    expect(text).toContain(`'${message.replaceAll('"', '""')}`);
    expect(text).not.toMatch(/,"?[=+\-@\t\r]/);
  },
);

test("many failures, several of one moment, come page by page and each once", async () => {
  const ctx = await makeWorkspace();
  const recipe = await failingRecipe(ctx);
  for (const minute of [1, 2, 3]) await recipe.end({ at: at(minute), count: 4_000 });
  const { text } = exportFailures(ctx, { format: "json" });
  const ids = new Set<string>();
  let largest = 0;
  let all = "";
  for await (const part of text) {
    largest = Math.max(largest, part.length);
    all += part;
    for (const [, id = ""] of part.matchAll(/"run_id":"([\w-]+)"/g)) ids.add(id);
  }
  expect(ids.size).toBe(12_000);
  expect(JSON.parse(all)).toHaveLength(12_000);
  expect(largest).toBeLessThan(500_000);
});
