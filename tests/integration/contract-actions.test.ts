import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTIONS, getAction } from "~/server/connectors/catalog";
import { openCustomerio, openStripe } from "~/server/connectors/clients";
import type { Action, Call, Clients } from "~/server/connectors/define";
import { createTransport } from "~/server/connectors/transport";
import type { ActionStep, Step } from "~/server/recipes/definition";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { sampleEvent } from "~/server/recipes/samples";
import { resolve } from "~/server/recipes/values";
import type { CapturedRequest } from "~/server/services/run/schemas";
import { startVendors, type VendorRequest } from "~/tests/support/vendors";

const vendors = await startVendors();
const CALL: Call = { key: "contract-key", eventTime: 1_790_000_000 };

/** Runs one action through the official SDK against the stub of its vendor. */
async function runAction(action: Action, input: unknown, captured: CapturedRequest[] = []): Promise<unknown> {
  if (!vendors) throw new Error("There is no stub.");
  const transport = createTransport({ allowLoopback: true, onRequest: (one) => captured.push(one) });
  const client: Clients[keyof Clients] =
    action.app === "stripe"
      ? openStripe({ apiKey: "sk_test_stub" }, { transport, endpoints: vendors.endpoints.stripe })
      : openCustomerio(
          { siteId: "site", trackApiKey: "key", appApiKey: "app" },
          { transport, endpoints: vendors.endpoints.customerio, region: "us" },
        );
  const run = action.run as (client: unknown, input: unknown, call: Call) => Promise<unknown>;
  return run(client, action.input.parse(input), CALL);
}

function actionsOf(steps: readonly Step[]): ActionStep[] {
  return steps.flatMap((step) => {
    if (step.kind === "action") return [step];
    if (step.kind === "filter") return [];
    return [...step.paths.flatMap((arm) => actionsOf(arm.steps)), ...actionsOf(step.otherwise ?? [])];
  });
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
  afterAll(() => vendors?.stop());

  test.each(ACTIONS.map((action) => [action.id, action] as const))(
    "%s sends its sample",
    async (_id, action) => {
      await vendors?.reset();
      const captured: CapturedRequest[] = [];
      const output = await runAction(action, action.sample.input, captured);
      expect(action.output.safeParse(output).error).toBeUndefined();
      const sent = await expectValid();
      expect(captured.map(({ response }) => response?.status)).toEqual(sent.map(({ status }) => status));
      expect(JSON.stringify(captured)).not.toContain("sk_test_stub");
    },
  );

  test("writes to Stripe carry the effect's key, so that a repetition changes nothing", async () => {
    for (const id of ["stripe.customer.update", "stripe.customer.upsert"]) {
      await vendors?.reset();
      const action = getAction(id);
      if (!action) throw new Error(id);
      await runAction(action, action.sample.input);
      await runAction(action, action.sample.input);
      const writes = (await requests()).filter(({ method }) => method === "POST");
      expect(writes.every(({ idempotencyKey }) => idempotencyKey?.startsWith(CALL.key))).toBe(true);
    }
  });

  test.each(TEMPLATES.map((template) => [template.id, template] as const))(
    "template %s, resolved against its sample event",
    async (_id, template) => {
      for (const type of template.triggerEvents) {
        await vendors?.reset();
        const steps: Record<string, { output: unknown }> = {};
        const scope = { trigger: sampleEvent(type), steps, now: new Date(0).toISOString() };
        for (const step of actionsOf(template.definition.steps)) {
          const action = getAction(step.action);
          if (!action) throw new Error(`There is no action ${step.action}.`);
          const { value, missing } = resolve(step.input, scope, { onMissing: step.onMissing });
          expect(missing, `${template.id}/${step.id}`).toEqual([]);
          steps[step.id] = { output: await runAction(action, value) };
        }
        await expectValid();
      }
    },
  );
});
