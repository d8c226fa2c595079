import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, signIn, test } from "./fixtures";

/** Presses Tab until the keyboard is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, "reached with Tab").toBeFocused();
}

/** Presses the keys, then takes the first step that the words find; the keyboard goes on from the new step. */
async function add(page: Page, keys: string[], words: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  const picker = page.getByRole("dialog", { name: "Add a step" });
  await expect(picker.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(words);
  await expect(picker.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(picker).toBeHidden();
  await expect(page.locator("[data-key]:focus")).toHaveAttribute("aria-label", /^Step \d+ of \d+,/);
}

interface Step {
  id: string;
  kind: string;
  paths?: { steps: Step[] }[];
  otherwise?: Step[];
}

const outline = (steps: Step[] = []): string =>
  steps
    .map(({ kind, paths, otherwise }) =>
      paths ? `${kind}(${[...paths.map((path) => path.steps), otherwise].map(outline).join(" | ")})` : kind,
    )
    .join(" ");

test("canvas: twelve steps with two branches from nothing, by keyboard alone; undone, copied, pasted, refused", async ({
  page,
  context,
  demoPassword,
  api,
}) => {
  const recipe = await api<{ id: string }>("POST", "/recipes", {
    name: "By keyboard",
    definition: { version: 1, trigger: { type: "manual", config: {} }, steps: [] },
  });
  const saved = async () => {
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    const { definition } = await api<{ definition: { steps: Step[] } }>("GET", `/recipes/${recipe.id}`);
    return outline(definition.steps);
  };
  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto(`/w/demo/recipes/${recipe.id}`);
  const trigger = page.getByRole("button", { name: /^When this happens/ });
  await expect(trigger).toBeVisible();
  await tabTo(page, trigger);

  await add(page, ["a"], "Create or update person");
  await add(page, ["Insert"], "different cases");
  await add(page, ["ArrowDown", "ArrowDown", "Enter"], "Track event");
  await add(page, ["a"], "Go on after a while");
  await add(page, ["ArrowRight", "ArrowDown", "Enter"], "Only once");
  await add(page, ["End", "Enter"], "Go on only when");
  await add(page, ["a"], "different cases");
  await add(page, ["ArrowDown", "ArrowDown", "Enter"], "Send your own people");
  await add(page, ["a"], "JavaScript");
  await add(page, ["ArrowRight", "a"], "public address");
  await add(page, ["End", "Enter"], "Go on after a while");
  await add(page, ["End", "Enter"], "End the run here");
  const built = "action branch(action delay | dedupe) filter branch(notify code | http) delay stop";
  expect(await saved()).toBe(built);
  const focused = page.locator("[data-key]:focus");
  await expect(focused).toHaveAttribute("aria-label", /^Step 12 of 12, Stop/);
  await expectAccessible(page);

  // Moved into a path and out of it again, with the keyboard staying on the step.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(focused).toHaveAttribute("aria-label", /^Step 11 of 12, Wait, .*in path Otherwise/);
  const moved = "action branch(action delay | dedupe) filter branch(notify code | http delay) stop";
  expect(await saved()).toBe(moved);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(focused).toHaveAttribute("aria-label", /^Step 11 of 12, Wait, For 1 day/);
  expect(await saved()).toBe(built);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  expect(await saved()).toBe(moved);
  await page.keyboard.press("ControlOrMeta+z");

  // Removed, and brought back.
  await page.keyboard.press("Delete");
  await expect(focused).toHaveAttribute("aria-label", /^Step 11 of 11, Stop/);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("button", { name: /^Step 12 of 12/ })).toBeVisible();

  // Copied with what is in it, pasted with names of its own; what is no step is refused.
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(focused).toHaveAttribute("aria-label", /^Step 2 of 12, Branch/);
  await page.keyboard.press("ControlOrMeta+c");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(focused).toHaveAttribute("aria-label", /^Step 6 of 16, Branch/);
  expect(await saved()).toBe(built.replace("dedupe)", "dedupe) branch(action delay | dedupe)"));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ billhook: "steps", steps: [{ kind: "branch" }] });
  await page.evaluate(() => navigator.clipboard.writeText("no step at all"));
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByText("Nothing was pasted")).toBeVisible();

  // Folded, opened, and back from the form to the step.
  await page.keyboard.press("c");
  await expect(focused).toHaveAttribute("aria-label", /3 steps folded away$/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tabpanel", { name: "Step" }).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(focused).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible(page);
});

test("canvas: a change in words is shown first, accepted as one edit, and taken back", async ({
  page,
  demoPassword,
  api,
}) => {
  const { data } = await api<{ data: { id: string; app: string }[] }>("GET", "/connections");
  const connection = data.find(({ app }) => app === "customerio")?.id;
  const input = { to: "{{ trigger.data.email }}", transactional_message_id: "1" };
  const recipe = await api<{ id: string }>("POST", "/recipes", {
    name: "In words",
    definition: {
      version: 1,
      trigger: { type: "manual", config: {} },
      steps: [{ id: "mail", kind: "action", action: "customerio.email.send", connection, input }],
    },
  });
  await signIn(page, "demo@billhook.local", demoPassword);
  await page.goto(`/w/demo/recipes/${recipe.id}`);
  await page.getByRole("tab", { name: /^Recipe/ }).click();
  const change = page.getByRole("region", { name: "Change it in words" });
  await change.getByText("Change it in words").click();
  const wish = change.getByLabel("What shall be different?");
  await wish.fill("wait two days before the e-mail");
  await wish.press("Enter");
  await expect(change.getByRole("listitem")).toHaveText([/^Step "wait" .* was added/]);
  await expect(page.getByRole("button", { name: /^Step 1 of 1, / }), "only shown yet").toBeVisible();
  await expectAccessible(page);
  await change.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("button", { name: /^Step 1 of 2, Wait, For 2 days/ })).toBeVisible();
  await expect(wish).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Changed in words" })).toBeVisible();
  await page.getByRole("button", { name: "Take back the last edit" }).click();
  await expect(page.getByRole("button", { name: /^Step 1 of 1, Send transactional e-mail/ })).toBeVisible();
});
