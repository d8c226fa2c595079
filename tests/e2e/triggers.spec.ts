import { expect, expectAccessible, signIn, test } from "./fixtures";

test("triggers: a webhook with a secret takes a request, which becomes the example; then a schedule, by keyboard", async ({
  page,
  demoPassword,
  api,
}) => {
  const { data } = await api<{ data: { id: string; app: string }[] }>("GET", "/connections");
  const customerio = data.find(({ app }) => app === "customerio")?.id;
  const recipe = await api<{ id: string }>("POST", "/recipes", {
    name: "Orders",
    definition: {
      version: 1,
      trigger: { type: "stripe.event", connection: null, config: { events: [] } },
      steps: [
        {
          id: "note",
          kind: "action",
          action: "customerio.event.track",
          connection: customerio,
          input: { identifier: "{{ trigger.data.body.email }}", name: "ordered" },
        },
      ],
    },
  });
  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto(`/w/demo/recipes/${recipe.id}`);

  const change = page.getByRole("button", { name: "Change what starts the recipe" });
  await change.click();
  const list = page.getByRole("dialog", { name: "What starts the recipe" });
  await expectAccessible(page);
  await list.getByRole("combobox").fill("web address");
  await list.getByRole("combobox").press("Enter");
  await expect(page.getByRole("heading", { name: "A request arrives at a web address" })).toBeVisible();
  await page.getByLabel("Who may call it").selectOption("header");
  await page.getByRole("textbox", { name: "Header", exact: true }).fill("X-Key");
  await expect(
    page.getByText("The secret of the caller is not set.").filter({ visible: true }),
  ).toBeVisible();
  await page.getByLabel("The caller's secret").fill("a long enough secret");
  await page.getByRole("button", { name: "Set the secret" }).click();
  await expect(page.getByText("The secret of the caller is not set.")).toHaveCount(0);
  await expectAccessible(page);

  const url = (await page.locator("code", { hasText: "/api/hooks/" }).textContent()) ?? "";
  const order = { id: "order_1", email: "grace@example.com" };
  const send = (key: string, body: object) =>
    page.request.post(url, { data: body, headers: { "x-key": key } });
  expect((await send("wrong", order)).status()).toBe(400);
  expect((await send("a long enough secret", order)).status()).toBe(200);
  await page.getByRole("button", { name: "Look for it" }).click();
  await page.getByRole("tab", { name: "Event data" }).click();
  await expect(page.getByText("grace@example.com").first()).toBeVisible();
  await page.getByRole("button", { name: "Set live" }).click();
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  const answer = await send("a long enough secret", { ...order, id: "order_2" });
  expect(await answer.json()).toMatchObject({ received: true, runs: 1 });

  await page.getByRole("tab", { name: "Step", exact: true }).click();
  const schedule = async () => {
    await change.click();
    await list.getByRole("combobox").fill("at set times");
    await list.getByRole("combobox").press("Enter");
  };
  await schedule();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "A request arrives at a web address" })).toBeVisible();
  await schedule();
  await page.getByLabel("When", { exact: true }).selectOption("0 9 * * 1");
  await expect(page.getByText(/^Mon, .* 09:00$/).first()).toBeVisible();
  await page.getByLabel("When", { exact: true }).selectOption("own");
  await page.getByLabel("Cron expression").fill("0 9 * *");
  await expect(page.getByText(/five parts/).filter({ visible: true })).toBeVisible();
});
