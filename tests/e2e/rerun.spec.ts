import pg from "pg";
import { expect, expectAccessible, signIn, test } from "./fixtures";

interface Run {
  id: string;
  finishedAt: string | null;
  status: string;
}

const UNKNOWN = {
  code: "outcome_unknown",
  message: "This may or may not have been done: the answer was lost.",
};

test("a run is run again with a mended event, and nobody gets the same e-mail twice; what became of a lost answer is decided", async ({
  page,
  api,
  database,
  demoPassword,
}) => {
  const { data: connections } = await api<{ data: { id: string; app: string }[] }>("GET", "/connections");
  const connection = connections.find(({ app }) => app === "customerio")?.id;
  const to = "{{ trigger.data.email }}";
  const email = (id: string, template: string) => ({
    id,
    kind: "action",
    action: "customerio.email.send",
    connection,
    input: { to, transactional_message_id: template },
  });
  const paid = { left: "{{ trigger.data.paid }}", op: "eq", right: true };
  const branch = {
    id: "paid",
    kind: "branch",
    paths: [{ id: "yes", name: "Paid", when: paid, steps: [email("receipt", "1")] }],
    otherwise: [{ id: "end", kind: "stop", status: "failed", message: "Nobody paid." }],
  };
  const definition = {
    version: 1,
    trigger: { type: "manual", config: {} },
    steps: [email("welcome", "3"), branch],
  };
  const recipe = await api<{ id: string }>("POST", "/recipes", { name: "Run again", definition });
  await api("POST", `/recipes/${recipe.id}/publish`, {});
  const start = async (data: object): Promise<string> => {
    const { runId } = await api<{ runId: string }>("POST", `/recipes/${recipe.id}/run`, { data });
    await expect.poll(async () => (await api<Run>("GET", `/runs/${runId}`)).finishedAt).not.toBeNull();
    return runId;
  };
  await signIn(page, "demo@billhook.local", demoPassword);

  const failed = await start({ email: "ada@example.com", paid: false });
  await page.goto(`/w/demo/runs/${failed}`);
  await page.getByRole("button", { name: "Run again…" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const preview = dialog.getByRole("list", { name: "What it will do" });
  await expect(preview).toBeVisible();
  await dialog.getByLabel("Begin").selectOption("start");
  await expect(preview.getByRole("listitem").filter({ hasText: "welcome" })).toContainText("Done already");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Edit the event first" }).click();
  const text = dialog.getByRole("textbox", { name: "Event" });
  await expect(text).toHaveValue(/"paid": false/);
  const whole = await text.inputValue();
  await text.fill(whole.slice(1));
  await expect(dialog.getByText("This is not a JSON object yet.")).toBeVisible();
  await text.fill(whole.replace('"paid": false', '"paid": true'));
  await dialog.getByRole("button", { name: "Run again", exact: true }).click();
  await page.waitForURL(
    (url) => /\/runs\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(failed),
  );
  await expect(page.getByText("Every step did what it should.")).toBeVisible();
  await expect(page.getByText("Earlier run", { exact: true })).toHaveCount(1);
  await expect(page.getByRole("link", { name: "First run" })).toBeVisible();
  await expectAccessible(page);

  // The answer to its first e-mail is made to look lost.
  const lost = await start({ email: "eve@example.com", paid: true });
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(`DELETE FROM "StepRun" WHERE "runId" = $1 AND "path" <> 'welcome'`, [lost]);
  await client.query(
    `UPDATE "StepRun" SET "status" = 'outcome_unknown', "output" = NULL, "error" = $2 WHERE "runId" = $1`,
    [lost, JSON.stringify(UNKNOWN)],
  );
  await client.query(`UPDATE "Run" SET "status" = 'outcome_unknown', "error" = $2 WHERE "id" = $1`, [
    lost,
    JSON.stringify({ ...UNKNOWN, step: "welcome" }),
  ]);
  await client.end();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/w/demo/runs/${lost}`);
  const card = page.getByRole("region", { name: "We do not know whether this e-mail was sent" });
  await card.getByRole("button", { name: "Check Customer.io" }).click();
  await expect(card.getByText(/Customer\.io has one message to eve@example\.com/)).toBeVisible();
  await expectAccessible(page);
  await card.getByRole("button", { name: "It was sent" }).click();
  await expect(page.getByText("Every step did what it should.")).toBeVisible();
  await expect(page.getByText("demo@billhook.local said that it was done")).toBeVisible();
});
