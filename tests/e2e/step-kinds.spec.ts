import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, showAsList, signIn, test } from "./fixtures";

/** Adds a step at the end of a list, by its name in the picker. */
async function addStep(list: Locator, page: Page, name: string): Promise<void> {
  await list.getByRole("button", { name: "Add a step", exact: true }).last().click();
  await choose(page.getByRole("dialog", { name: "Add a step" }), name);
}

/** Searches a picker and takes the first that is found. */
async function choose(picker: Locator, words: string): Promise<void> {
  const search = picker.getByRole("combobox");
  await search.fill(words);
  await expect(picker.getByRole("option").first()).toBeVisible();
  await search.press("Enter");
}

test("step kinds: a loop, a look-up with two paths, code and a fallback are built, kept, and shown again", async ({
  page,
  demoPassword,
  api,
}) => {
  const { data } = await api<{ data: { id: string; app: string }[] }>("GET", "/connections");
  const connection = data.find(({ app }) => app === "stripe")?.id;
  const recipe = await api<{ id: string }>("POST", "/recipes", {
    name: "All kinds",
    definition: {
      version: 1,
      trigger: { type: "stripe.event", connection, config: { events: ["invoice.paid"] } },
      steps: [],
    },
  });
  await showAsList(page);
  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto(`/w/demo/recipes/${recipe.id}`);
  const steps = page.locator("main");

  await addStep(steps, page, "each item of a list");
  const loop = page.getByRole("region", { name: /^Loop ·/ });
  await loop.getByRole("button", { name: "Choose a list for The list" }).click();
  await choose(page.getByRole("dialog", { name: "Choose a list" }), "lines.data");
  await expect(loop.getByText("1 item in this event")).toBeVisible();
  await addStep(loop.getByRole("region", { name: "For each item" }), page, "Track event");
  const track = loop.getByRole("region", { name: /Track event$/ });
  await track.getByRole("button", { name: "Insert data into Event name" }).click();
  await choose(page.getByRole("dialog", { name: "Insert data" }), "item.description");
  await expect(track.getByLabel("Event name", { exact: true })).toHaveValue("{{ loop.item.description }}");
  await track.getByText("Options").click();
  await track.getByLabel("If this fails for good").selectOption("Do this first, then go on");
  const fallback = track.getByRole("region", { name: "If it fails" });
  await addStep(fallback, page, "End the run here");
  await expect(fallback.getByRole("region", { name: /^Stop/ })).toBeVisible();
  await expectAccessible(page);

  await addStep(steps, page, "Find something first");
  const lookup = page.getByRole("region", { name: /^Look up/ });
  await lookup.getByLabel("What to look for").selectOption("customerio.person.find");
  await lookup
    .getByRole("textbox", { name: /^E-mail address/ })
    .fill("{{ trigger.data.object.customer_email }}");
  await addStep(lookup.getByRole("region", { name: "If one is found" }), page, "Only once");
  await addStep(lookup.getByRole("region", { name: "If none is found" }), page, "End the run here");

  await addStep(steps, page, "JavaScript");
  const code = page.getByRole("region", { name: /^Code/ });
  await code.getByRole("button", { name: "Add to input" }).click();
  await code.getByLabel("Input: name 1").fill("total");
  await code
    .getByRole("textbox", { name: "Input: value of total" })
    .fill("{{ trigger.data.object.amount_paid }}");
  await expect(code.getByText("total: number;")).toBeVisible();
  const editor = code.getByRole("textbox", { name: "Code", exact: true });
  await editor.press("ControlOrMeta+a");
  await editor.pressSequentially("return input.tot");
  // Not with Enter: for a moment after it appears, the list takes none, so that nobody chooses by accident.
  await page.getByRole("option", { name: /total/ }).click();
  await expect(editor).toContainText("return input.total");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(editor).not.toBeFocused();
  await expectAccessible(page);

  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const stored = await api<{ definition: object }>("GET", `/recipes/${recipe.id}`);
  expect(stored.definition).toMatchObject({
    steps: [
      {
        kind: "loop",
        over: "{{ trigger.data.object.lines.data }}",
        steps: [
          {
            kind: "action",
            input: { name: "{{ loop.item.description }}" },
            onError: { goto: [{ kind: "stop" }] },
          },
        ],
      },
      { kind: "lookup", found: [{ kind: "dedupe" }], none: [{ kind: "stop" }] },
      {
        kind: "code",
        input: { total: "{{ trigger.data.object.amount_paid }}" },
        source: "return input.total",
      },
    ],
  });
  await page.reload();
  await expect(page.getByRole("button", { name: /^Loop · each/ })).toHaveAttribute("aria-expanded", "false");
  await page.getByRole("button", { name: /^Loop · each/ }).click();
  await expect(page.getByRole("textbox", { name: "The list" })).toHaveValue(
    "{{ trigger.data.object.lines.data }}",
  );
  await page.getByRole("button", { name: /^Code · code/ }).click();
  await expect(editor).toContainText("return input.total");
});
