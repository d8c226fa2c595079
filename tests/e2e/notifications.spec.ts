import pg from "pg";
import { expect, expectAccessible, ownWorkspace, test } from "./fixtures";

const fits = (page: import("@playwright/test").Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("one click sets up mails for failures; a failure is told, and leaves as a file", async ({
  page,
  database,
}) => {
  test.slow();
  const slug = await ownWorkspace(page);
  const path = `/w/${slug}/settings/notifications`;
  await page.goto(path);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Tell me when something fails" }).click();
  await expect(page.getByText("a recipe fails for the first time")).toBeVisible();
  await expect(page.getByText("every day what failed in all recipes")).toBeVisible();

  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(
    `WITH made AS (
       INSERT INTO "Recipe" ("workspaceId", "id", "name", "definition", "updatedAt")
       SELECT "id", gen_random_uuid(), 'Broken recipe', '{}', now() FROM "Workspace" WHERE "slug" = $1 RETURNING *
     ), event AS (
       INSERT INTO "Event" ("workspaceId", "id", "originId", "externalId", "type", "source", "fate", "payload", "occurredAt")
       SELECT "workspaceId", gen_random_uuid(), "id", 'evt_broken', 'customer.created', 'webhook', 'ran', '{}', now() FROM made RETURNING *
     )
     INSERT INTO "Run" ("workspaceId", "id", "recipeId", "eventId", "rootRunId", "status", "error", "failureKey", "finishedAt")
     SELECT made."workspaceId", gen_random_uuid(), made."id", event."id", gen_random_uuid(), 'failed',
            '{"code": "http_500", "message": "=It broke.", "step": "person"}', md5('broken'), now() FROM made, event`,
    [slug],
  );
  await client.end();
  await expect(async () => {
    await page.goto(`/w/${slug}/settings/mailbox`);
    await expect(page.getByText("“Broken recipe” failed")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });

  await page.goto(path);
  await expect(page.getByText("last told")).toBeVisible();
  await page.getByRole("button", { name: "Add rule" }).click();
  await page.getByLabel("when", { exact: true }).selectOption("error_rate");
  await page.getByLabel("Percent that fail").fill("500");
  await page.getByRole("button", { name: "Add rule" }).last().click();
  await expect(page.getByText(/Too big/)).toBeVisible();
  await page.getByLabel("Percent that fail").fill("30");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add rule" }).last().click();
  await expect(page.getByText("30 % or more of at least 10 runs fail within 15 minutes")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const file = await (await download).createReadStream();
  let text = "";
  for await (const chunk of file) text += chunk;
  expect(text).toMatch(/evt_broken,customer\.created,failed,http_500,'=It broke\.,,person\r\n$/);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toBeLessThanOrEqual(0);
  for (const docs of ["/docs/notifications", "/docs/notify"]) {
    await page.goto(docs);
    expect(await fits(page), docs).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
});

test("a channel is edited without entering its secret again; strangers get no file", async ({
  page,
  origin,
}) => {
  test.slow();
  const slug = await ownWorkspace(page);
  await page.goto(`/w/${slug}/settings`);
  await page.getByRole("button", { name: "Add channel" }).click();
  await page.getByLabel("Kind").selectOption("database");
  await page.getByLabel("Name").fill("Reports");
  await page.getByLabel("Connection URL").fill("postgres://db.example.com");
  await page.getByRole("button", { name: "Add channel" }).last().click();
  await expect(page.getByText(/This must hold a user name and a password/)).toBeVisible();
  await page.getByLabel("Connection URL").fill("postgres://ada:secret@db.example.com/reports");
  await page.getByRole("button", { name: "Add channel" }).last().click();
  await expect(page.getByText("Database · db.example.com/reports, table billhook_failures")).toBeVisible();
  await page.getByRole("button", { name: "Edit Reports" }).click();
  await page.getByLabel("Table").fill("told");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save channel" }).click();
  await expect(page.getByText("Database · db.example.com/reports, table told")).toBeVisible();

  const get = (workspace: string) =>
    page.request.get(`${origin}/w/${workspace}/settings/notifications/export`, { maxRedirects: 0 });
  expect((await get(slug)).status()).toBe(200);
  expect((await get("demo")).status()).toBe(404);
  await page.context().clearCookies();
  const answer = await get(slug);
  expect([answer.status(), answer.headers().location]).toEqual([
    303,
    `/sign-in?callbackUrl=${encodeURIComponent(`/w/${slug}/settings/notifications`)}`,
  ]);
});
