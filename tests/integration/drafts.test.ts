import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "~/server/recipes/compiler/compile";
import type { Definition } from "~/server/recipes/definition";
import type { DraftView } from "~/server/services/draft/schemas";
import { writeDraft } from "~/server/services/draft/write";
import { cli } from "~/tests/support/cli";
import type { Outsider } from "~/tests/support/outsider";
import { Shop } from "~/tests/support/shop";
import { makeWorkspace } from "~/tests/support/workspace";

let shop: Shop;
let user: Outsider;

beforeAll(async () => {
  shop = await Shop.open();
  user = shop.user;
});
afterAll(async () => expect(await shop.close()).toEqual([]));

const describeIt = async (prompt: string) => (await user.call<DraftView>("POST", "/drafts", { prompt })).json;
const definitionOf = ({ definition }: DraftView) => definition as Definition;

/** The recipe that the answer's definition makes, as `POST /recipes` says. */
const create = async (definition: unknown) =>
  (
    await user.call<{ id: string; status: string; problems: { path: string; severity: string }[] }>(
      "POST",
      "/recipes",
      { name: "Described", definition },
    )
  ).json;

describe("POST /drafts", () => {
  test("answers a definition of this workspace's accounts that can be made a recipe and published as it is", async () => {
    const draft = await describeIt("When a customer is created in Stripe, track signed_up in Customer.io");
    expect(draft).toMatchObject({
      questions: [],
      unsupported: false,
      summary: expect.stringMatching(/^When: /),
    });
    expect(draft.understood.map(({ kind }) => kind)).toEqual(["trigger", "action"]);
    expect(draft).not.toHaveProperty("model");
    const recipe = await create(draft.definition);
    expect([recipe.status, recipe.problems.filter(({ severity }) => severity === "error")]).toEqual([
      "draft",
      [],
    ]);
    expect((await user.call("POST", `/recipes/${recipe.id}/publish`, {})).status).toBe(200);
  });

  test("is the compiler's answer, and stores nothing", async () => {
    const other = await makeWorkspace();
    const prompt = "When an invoice is paid, wait 2 hours and tell #money";
    expect(await writeDraft(other, { prompt })).toEqual(compile(prompt));
    expect(await other.db.recipe.count({ where: { workspaceId: other.workspaceId } })).toBe(0);
  });

  test("takes segments by name, to start on and to add to", async () => {
    const starts = definitionOf(
      await describeIt('When somebody enters the segment "Won back", track returned'),
    );
    expect(starts.trigger).toMatchObject({
      type: "customerio.segment.poll",
      config: { segment: "Won back", changes: "entered" },
    });
    const adds = definitionOf(
      await describeIt('When a customer is created, add them to the segment "Won back"'),
    );
    expect(adds.steps.at(-1)).toMatchObject({
      action: "customerio.segment.add",
      input: { segment: "Won back" },
    });
    for (const definition of [starts, adds])
      expect((await create(definition)).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    ["When a charge is disputed, refund the payment", "stripe.refund.create"],
    ["When a customer is deleted in Stripe, delete the person in Customer.io", "customerio.person.delete"],
    ["When an invoice is overdue, void it", "stripe.invoice.void"],
  ])("%s: cannot be published before a person has ticked what it does", async (prompt, action) => {
    const { definition } = await describeIt(prompt);
    expect(JSON.stringify(definition)).toContain(action);
    const { id, problems } = await create(definition);
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ path }) => path.split(".").at(-1))).toEqual(["confirm"]);
    expect((await user.call("POST", `/recipes/${id}/publish`, {})).status).toBe(422);
  });

  test("says what it does not build, and asks what is unclear", async () => {
    expect(await describeIt("delete all my customers")).toMatchObject({
      definition: null,
      unsupported: true,
      reason: "dangerous",
    });
    expect((await describeIt("send an e-mail to the customer")).questions.length).toBeGreaterThan(0);
    expect((await user.fails("POST", "/drafts", { prompt: "x".repeat(4001) })).status).toBe(400);
  });
});

test("`npm run -s cli -- draft` prints the same JSON", async () => {
  const prompt = "When a payment fails, wait a day and send an e-mail";
  const { slug } = await shop.ctx.db.workspace.findUniqueOrThrow({ where: { id: shop.ctx.workspaceId } });
  const { code, stdout } = await cli("draft", "--workspace", slug, prompt);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(await describeIt(prompt));
});
