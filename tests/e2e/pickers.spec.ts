import { fillSandbox } from "~/tests/support/many-choices";
import { expect, expectAccessible, signIn, test } from "./fixtures";

test("pickers: 1,000 prices and 500 segments are searched, scrolled, chosen by keyboard, and can be typed instead", async ({
  page,
  demoPassword,
  database,
  api,
}) => {
  await fillSandbox(database);
  const { data } = await api<{ data: { id: string; app: string }[] }>("GET", "/connections");
  const [stripe, customerio] = ["stripe", "customerio"].map((app) => data.find((one) => one.app === app)?.id);
  const recipe = await api<{ id: string }>("POST", "/recipes", {
    name: "Pickers",
    definition: {
      version: 1,
      trigger: { type: "stripe.event", connection: stripe, config: { events: ["customer.created"] } },
      steps: [
        {
          id: "sub",
          kind: "action",
          action: "stripe.invoice_item.create",
          connection: stripe,
          input: { price: "" },
        },
        { id: "plan", kind: "action", action: "stripe.subscription.create", connection: stripe, input: {} },
        { id: "seg", kind: "action", action: "customerio.segment.add", connection: customerio, input: {} },
      ],
      settings: { order: "none" },
    },
  });
  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto(`/w/demo/recipes/${recipe.id}`);
  const open = async (name: string | RegExp) => {
    const card = page.getByRole("button", { name });
    if ((await card.getAttribute("aria-expanded")) !== "true") await card.click();
  };

  await open(/Create invoice item/);
  await page.getByRole("button", { name: "Choose price" }).first().click();
  const prices = page.getByRole("dialog", { name: "Choose price" });
  await expect(prices.getByRole("option").first()).toBeVisible();
  await expect(prices.getByText("50 shown, scroll for more")).toBeVisible();
  await prices.getByRole("listbox").evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(prices.getByText("100 shown, scroll for more")).toBeVisible();
  await expectAccessible(page);
  const search = prices.getByRole("combobox");
  await search.fill("Tier 987");
  await expect(prices.getByRole("option")).toHaveCount(1);
  await search.press("Enter");
  const price = page.getByRole("textbox", { name: /^Price/ });
  await expect(price).toHaveValue("price_many_987");
  await expect(page.getByText("Pro: $987.00 a month").first()).toBeVisible();

  await open(/Add to segment/);
  await page.getByRole("button", { name: "Choose segment" }).click();
  const segments = page.getByRole("dialog", { name: "Choose segment" });
  await segments.getByRole("combobox").fill("Cohort 49");
  await expect(segments.getByText("15 in all")).toBeVisible();
  await segments.getByRole("combobox").press("ArrowDown");
  const again = page.waitForResponse((answer) => /connection\.choices.*refresh/.test(answer.url()));
  await segments.getByRole("button", { name: "Read the list again" }).click();
  await again;
  await expect(segments.getByText("15 in all")).toBeVisible();
  await segments.getByRole("option", { name: /^Cohort 499/ }).click();
  const segment = page.getByRole("textbox", { name: /^Segment/ });
  await expect(segment).toHaveValue("1499");
  await segment.fill("{{ trigger.data.object.metadata.segment }}");
  await page.getByRole("button", { name: "Choose segment" }).click();
  await segments.getByRole("combobox").fill("no such cohort");
  await expect(segments.getByText(/Nothing matches/)).toBeVisible();
  await segments.getByRole("combobox").press("Escape");
  await expect(segment).toHaveValue("{{ trigger.data.object.metadata.segment }}");

  await open(/Create subscription/);
  const plan = page.getByRole("group", { name: "What is subscribed to" });
  await plan.getByRole("button", { name: "Add one" }).click();
  await plan.getByRole("button", { name: "Add another" }).click();
  await plan.getByRole("button", { name: "Choose price" }).nth(1).click();
  const items = page.getByRole("dialog", { name: "Choose price" });
  await items.getByRole("combobox").fill("Tier 12");
  await items
    .getByRole("option", { name: /Tier 12\b/ })
    .first()
    .click();
  await plan
    .getByRole("textbox", { name: /^Quantity/ })
    .nth(1)
    .fill("3");
  await expectAccessible(page);
  await plan.getByRole("button", { name: "Remove What is subscribed to 1" }).click();
  await expect(plan.getByRole("textbox", { name: /^Price/ })).toHaveValue("price_many_12");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect
    .poll(async () => {
      const { definition } = await api<{ definition: { steps: { id: string; input: object }[] } }>(
        "GET",
        `/recipes/${recipe.id}`,
      );
      return definition.steps.find(({ id }) => id === "plan")?.input;
    })
    .toMatchObject({ items: [{ price: "price_many_12", quantity: 3 }] });
});
