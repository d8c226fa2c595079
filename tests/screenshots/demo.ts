import type { Page } from "@playwright/test";
import { fillConnections } from "~/server/recipes/fill-connections";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import type { Places } from "../support/pages";
import { until } from "../support/until";

type Api = <T>(method: string, path: string, body?: object) => Promise<T>;
interface Row {
  id: string;
  app: string;
}

/** Presses a button of the demo's Stripe sandbox, as a signed-in person; returns the customer's id. */
async function press(page: Page, action: string, customerId?: string): Promise<string> {
  const data = { json: { workspace: "demo", action, ...(customerId && { customerId }) } };
  const answer = await page.request.post("/api/trpc/sandbox.act", { data });
  if (!answer.ok()) throw new Error(`${action}: ${await answer.text()}`);
  const { result } = (await answer.json()) as { result: { data: { json: { customerId: string } } } };
  return result.data.json.customerId;
}

async function setLive(api: Api, name: string, definition: object): Promise<string> {
  const { id } = await api<Row>("POST", "/recipes", { name, definition });
  await api("POST", `/recipes/${id}/publish`, {});
  return id;
}

/** Fills the demo workspace with what a shop of some weeks has: recipes, runs, a failure; returns what to look at. */
export async function fillDemo(page: Page, api: Api): Promise<Places> {
  const { data: accounts } = await api<{ data: Row[] }>("GET", "/connections");
  const stripe = accounts.find(({ app }) => app === "stripe")?.id ?? "";
  const ids = ["subscription-started", "plan-segments", "vip-lifetime-value", "payment-recovered"];
  const chosen = TEMPLATES.filter(({ id }) => ids.includes(id));
  const recipes: string[] = [];
  for (const { name, definition } of chosen)
    recipes.push(await setLive(api, name, fillConnections(definition, accounts)));
  const mark = {
    id: "mark",
    kind: "action",
    action: "stripe.customer.update",
    name: "Write the plan back",
    connection: stripe,
    input: { id: "{{ trigger.data.customer }}", metadata: { plan: "gold" } },
  };
  const failing = await setLive(api, "Remember the plan", {
    version: 1,
    trigger: { type: "manual", config: {} },
    steps: [mark],
  });
  for (const customer of ["cus_gone1", "cus_gone2", "cus_gone3"])
    await api("POST", `/recipes/${failing}/run`, { data: { customer } });
  for (let count = 0; count < 6; count += 1) {
    const customer = await press(page, "new_customer");
    for (const action of ["subscribe", "payment_succeeds"]) await press(page, action, customer);
  }
  const { data: runs } = await until("runs", async () => {
    const list = await api<{ data: { id: string; event: { id: string } }[] }>(
      "GET",
      "/runs?status=succeeded&limit=50",
    );
    return list.data.length > 10 && list;
  });
  const failures = await until("a failure", async () => {
    const list = await api<{ data: { key: string }[] }>("GET", "/failures");
    return list.data.length > 0 && list.data;
  });
  const failed = await api<{ data: Row[] }>("GET", `/runs?recipeId=${failing}`);
  const events = await api<{ data: { id: string; type: string }[] }>("GET", "/events?limit=100");
  const created = events.data.find(({ type }) => type === "customer.created")?.id ?? "";
  await page.goto("/w/demo/sandbox/customerio");
  const person = await page.locator('a[href*="/sandbox/customerio/"]').first().getAttribute("href");
  return {
    recipe: recipes[1] ?? "",
    run: runs[0]?.id ?? "",
    failedRun: failed.data[0]?.id ?? "",
    event: created,
    failure: failures[0]?.key ?? "",
    connection: stripe,
    person: person?.split("/").at(-1) ?? "",
  };
}
