import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTIONS, getAction } from "~/server/connectors/catalog";
import type { Action } from "~/server/connectors/define";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { charge } from "~/server/connectors/stripe/fixtures-payments";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { allSteps } from "~/server/recipes/step-tree";
import { resolve, type Scope } from "~/server/recipes/values";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { loadFullInputs } from "~/tests/support/full-inputs";
import { CALL, performAt } from "~/tests/support/perform";
import { givenPaths, optionalPaths } from "~/tests/support/schema-paths";
import { startVendors, type VendorRequest } from "~/tests/support/vendors";

const vendors = await startVendors();
const perform = performAt(vendors);

const FULL = await loadFullInputs();
/** What there must be before an action has something to do. */
const BEFORE: Record<string, Record<string, object>> = {
  "stripe.subscription.resume": {
    "/v1/subscriptions/sub_1TBillhookSample": subscription({ status: "paused" }),
    "/v1/subscriptions/sub_1": subscription({ id: "sub_1", status: "paused" }),
  },
};

/** What each action called, for the report at the end. */
const operations = new Map<string, Set<string>>();

function actionCalled(id: string): Action {
  const action = getAction(id);
  if (!action) throw new Error(`There is no action ${id}.`);
  return action;
}

describe.skipIf(!vendors)("every action, as both vendors' API descriptions judge it", () => {
  const requests = async (): Promise<VendorRequest[]> => (await vendors?.requests()) ?? [];
  const expectValid = async () => {
    const sent = await requests();
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ valid }) => !valid)).toEqual([]);
    return sent;
  };

  beforeAll(() => vendors?.reset());
  afterAll(async () => {
    const lines = [...operations].map(([id, called]) => `${id} → ${[...called].join(", ")}`);
    console.info(`\n${lines.sort().join("\n")}\n`);
    await vendors?.stop();
  });

  /** Performs it, and checks what it sent and what came back. */
  async function check(action: Action, input: object): Promise<VendorRequest[]> {
    await vendors?.reset();
    await vendors?.put(BEFORE[action.id] ?? {});
    const captured: CapturedRequest[] = [];
    const output = await perform(action, input, { captured });
    const sent = await expectValid();
    expect(action.output.safeParse(output).error).toBeUndefined();
    expect(captured.map(({ response }) => response?.status)).toEqual(sent.map(({ status }) => status));
    expect(JSON.stringify({ captured, output })).not.toMatch(/sk_test_stub|_secret_\w{4}/);
    if (action.effect === "keyed") expectKeys(sent);
    const called = operations.get(action.id) ?? new Set();
    for (const { api, operationId } of sent) called.add(`${api} ${operationId}`);
    operations.set(action.id, called);
    return sent;
  }

  /** A write to Stripe carries the effect's key, and no two writes the same. */
  function expectKeys(sent: VendorRequest[]): void {
    const keys = sent
      .filter(({ api, method }) => api === "stripe" && method === "POST")
      .map(({ idempotencyKey }) => idempotencyKey);
    expect(keys.filter((key) => !key?.startsWith(CALL.key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  }

  const outside = ACTIONS.filter(({ app }) => app !== "core");
  const each = outside.map((action) => [action.id, action] as const);

  test.each(each)("%s sends its sample", async (_id, action) => {
    await check(action, action.sample.input);
  });

  test.each(each)("%s sends every optional field", async (id, action) => {
    const inputs = FULL.get(id) ?? [];
    expect(inputs, `tests/support/full-inputs-*.ts has no input for ${id}`).not.toEqual([]);
    const given = new Set(inputs.flatMap((input) => givenPaths(input)));
    expect(optionalPaths(action.input).filter((path) => !given.has(path))).toEqual([]);
    const writes: VendorRequest[] = [];
    for (const input of inputs) {
      writes.push(...(await check(action, input)).filter(({ method }) => method !== "GET"));
    }
    if (action.effect !== "read") expect(writes).not.toEqual([]);
  });

  test("every action is proven against an operation of its vendor", () => {
    expect(outside.map(({ id }) => id).filter((id) => !operations.get(id)?.size)).toEqual([]);
  });

  test("no full input is meant for an action that is not there", () => {
    expect([...FULL.keys()].filter((id) => !getAction(id))).toEqual([]);
  });

  test.each(each)("%s shows in a dry run what it would write, and sends nothing", async (_id, action) => {
    await vendors?.reset();
    const writes: CapturedRequest[] = [];
    for (const input of [action.sample.input, ...(FULL.get(action.id) ?? [])]) {
      const captured: CapturedRequest[] = [];
      const output = await perform(action, input, { captured, dryRun: true });
      expect(action.output.safeParse(output).error).toBeUndefined();
      writes.push(...captured.filter(({ method }) => method !== "GET"));
    }
    if (action.effect !== "read") expect(writes).not.toEqual([]);
    expect(await requests()).toEqual([]);
  });

  test.each(each.filter(([, { danger }]) => danger))("%s wants to be confirmed", (_id, action) => {
    const { confirm: _, ...unconfirmed } = action.sample.input as { confirm?: unknown };
    expect(action.input.safeParse(action.sample.input).success).toBe(true);
    for (const input of [unconfirmed, { ...unconfirmed, confirm: false }]) {
      const paths = action.input.safeParse(input).error?.issues.map(({ path }) => path.join("."));
      expect(paths).toContain("confirm");
    }
  });

  test.each(each.filter(([, { lookup }]) => lookup))("%s can be told not to look", (_id, action) => {
    expect(Object.keys(action.input.shape)).toContain("if_exists");
  });

  // Every way is gone, whatever its condition says: each step has to be sound on its own.
  test.each(TEMPLATES)("template $id, resolved against its sample event", async (template) => {
    await vendors?.reset();
    await vendors?.put({ "/v1/charges/ch_3TBillhookSample": charge() });
    const steps: Record<string, { output: unknown }> = {};
    const scope: Scope = { trigger: template.sample, steps, now: "2026-09-21T14:13:20.000Z" };
    for (const { step } of allSteps(template.definition.steps)) {
      if (step.kind === "loop") scope.loop = { item: firstOf(resolve(step.over, scope).value) };
      if (step.kind !== "action" && step.kind !== "lookup") continue;
      const { value, missing } = resolve(step.input, scope, { onMissing: step.onMissing });
      expect(missing, `${template.id}/${step.id}`).toEqual([]);
      const output = await perform(actionCalled(step.action), value);
      const [item] = (output as { data?: unknown[] }).data ?? [];
      steps[step.id] = { output: step.kind === "lookup" ? { item, items: [item] } : output };
    }
    await expectValid();
  });
});

const firstOf = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined);
