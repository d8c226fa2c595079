import { expect, expectAccessible, signIn, test } from "./fixtures";

test("lost and past events: a recipe that came late runs for what happened before, and the connection's page tells what was compared", async ({
  page,
  demoPassword,
  api,
}) => {
  test.slow();
  const { data } = await api<{ data: { id: string; app: string; sandbox: boolean }[] }>(
    "GET",
    "/connections",
  );
  const stripe = data.find(({ app, sandbox }) => app === "stripe" && sandbox)?.id ?? "";
  const customerio = data.find(({ app }) => app === "customerio")?.id;
  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto("/w/demo/sandbox/stripe");
  await page.getByRole("button", { name: "New customer" }).click();
  await expect(page.getByText("customer.created").first()).toBeVisible();

  const recipe = await api<{ id: string }>("POST", "/recipes", {
    name: "Came late",
    definition: {
      version: 1,
      trigger: { type: "stripe.event", connection: stripe, config: { events: ["customer.created"] } },
      steps: [
        {
          id: "note",
          kind: "action",
          action: "customerio.event.track",
          connection: customerio,
          input: { identifier: "{{ trigger.data.object.id }}", name: "created" },
        },
      ],
    },
  });
  await page.goto(`/w/demo/recipes/${recipe.id}`);
  await expect(page.getByRole("button", { name: "Look for past events" })).toHaveCount(0);

  // How its runs stand to each other, by keyboard.
  await page.getByRole("tab", { name: /^Recipe/ }).click();
  const settings = page.getByText("Order and late events:");
  await settings.click();
  await page.getByLabel("Do runs take turns?").selectOption("per_customer");
  await page.getByLabel("Read the object again from Stripe before the first step").press("Space");
  await expect(
    page.getByText("one after another for each customer, the object is read again first"),
  ).toBeVisible();
  await page.getByLabel("When an event comes after a newer one").selectOption("run");
  await page.getByLabel("When an event comes after a newer one").selectOption("skip");
  await expect(
    page.getByText("No event is passed over here").filter({ visible: true }).first(),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Set live" }).click();
  await page.getByRole("button", { name: "Look for past events" }).click();
  const dialog = page.getByRole("dialog", { name: "Look for past events" });
  await dialog.getByRole("button", { name: "Count first" }).click();
  await expect(dialog.getByText(/found; the recipe ran for none of them/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /^Run (it|all)/ }).click();
  await expect(dialog.getByText(/runs? (is|are) queued/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Count again" })).toBeDisabled();
  await dialog.getByRole("link", { name: "See the recipe's runs" }).click();
  await page.getByRole("link", { name: "Came late" }).first().click();
  await expect(page.getByText("Read the event's object again").first()).toBeVisible();

  await page.goto(`/w/demo/connections/${stripe}`);
  await page.getByRole("button", { name: "Look now" }).click();
  await expect(page.getByText(/Nothing is missing|recovered|under way/).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto("/w/demo/events?source=webhook");
  await expect(page.getByLabel("Source")).toHaveValue("webhook");
  await expect(page.getByText("customer.created").first()).toBeVisible();
  await expectAccessible(page);
});
