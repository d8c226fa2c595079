import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connected, Contract } from "~/tests/support/contract";
import { type Stack, startStack } from "~/tests/support/stack";
import { postEvent } from "~/tests/support/stripe";
import { until } from "~/tests/support/until";
import { startVendors, type VendorRequest } from "~/tests/support/vendors";

const SECRET = "whsec_crash";
const COUNT = 200;
const vendors = await startVendors();

const customerIds = (prefix: string) => Array.from({ length: COUNT }, (_, index) => `cus_${prefix}${index}`);

function customerCreated(customer: string): object {
  return {
    id: `evt_${customer}`,
    object: "event",
    api_version: "2026-10-28.endive",
    created: Math.floor(Date.now() / 1000),
    livemode: false,
    type: "customer.created",
    data: { object: { id: customer, object: "customer", email: `${customer}@example.com`, metadata: {} } },
  };
}

function definition({ stripe, customerio }: Connected): object {
  const customer = "{{ trigger.data.object.id }}";
  return {
    version: 1,
    trigger: { type: "stripe.event", connection: stripe.id, config: { events: ["customer.created"] } },
    steps: [
      {
        id: "track",
        kind: "action",
        action: "customerio.event.track",
        connection: customerio.id,
        input: { identifier: customer, name: "created" },
      },
      {
        id: "mark",
        kind: "action",
        action: "stripe.customer.update",
        connection: stripe.id,
        input: { id: customer, metadata: { seen: "yes" } },
      },
    ],
  };
}

/** Posts until it is acknowledged, as Stripe does (only faster). Returns how often it had to be sent. */
async function deliver(url: string, customer: string): Promise<number> {
  for (let sent = 1; ; sent += 1) {
    const status = await postEvent(url, customerCreated(customer), SECRET).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return sent;
    if (sent > 300) throw new Error(`${customer} was never acknowledged; the last status was ${status}`);
    await sleep(100);
  }
}

async function deliverAll(
  url: string,
  customers: string[],
  onAcknowledged: (count: number) => void,
): Promise<number> {
  const waiting = [...customers];
  let acknowledged = 0;
  let extra = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      extra += (await deliver(url, next)) - 1;
      acknowledged += 1;
      onAcknowledged(acknowledged);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return extra;
}

/** The keys that each customer's effect was asked for with: more than one would mean that it happened twice. */
function keysByCustomer(
  requests: VendorRequest[],
  customers: string[],
  keyOf: (request: VendorRequest) => string | undefined,
): number[] {
  return customers.map((customer) => {
    const mine = requests.filter(({ path }) => path.split("/").includes(customer));
    return new Set(mine.map(keyOf)).size;
  });
}

describe.skipIf(!vendors)("killed in the middle", () => {
  let stack: Stack;
  let contract: Contract;
  let connected: Connected;
  let recipeId: string;

  beforeAll(async () => {
    if (!vendors) return;
    stack = await startStack();
    contract = new Contract(stack.url, await stack.token());
    connected = await contract.connect(vendors, SECRET);
    recipeId = await contract.setLive("Crash", definition(connected));
    await vendors.reset();
    await vendors.fault({ kind: "slow", times: 100_000, delayMs: 20 });
  }, 120_000);
  afterAll(async () => {
    await stack?.stop();
    await vendors?.stop();
  });

  const requests = async () => (await vendors?.requests()) ?? [];

  async function expectEachEffectOnce(customers: string[], runCount: number): Promise<void> {
    const runs = await contract.untilEnded(recipeId, runCount, 120);
    expect(runs.length).toBe(runCount);
    expect(runs.filter(({ status }) => status !== "succeeded")).toEqual([]);
    const all = await requests();
    expect(all.filter(({ valid }) => !valid)).toEqual([]);
    const tracks = all.filter(({ operationId }) => operationId === "track");
    const writes = all.filter(({ api, method }) => api === "stripe" && method === "POST");
    const once = customers.map(() => 1);
    expect(keysByCustomer(tracks, customers, ({ body }) => (body as { id?: string }).id)).toEqual(once);
    expect(keysByCustomer(writes, customers, ({ idempotencyKey }) => idempotencyKey)).toEqual(once);
    expect(writes.every(({ idempotencyKey }) => idempotencyKey)).toBe(true);
  }

  test(`kill -9 of the worker in the middle of ${COUNT} runs: every event ends, no effect is made twice`, async () => {
    const customers = customerIds("w");
    await deliverAll(connected.stripe.webhookUrl, customers, () => undefined);
    await until("some requests", async () => (await requests()).length >= 60);
    process.kill(await stack.pidOf("worker"), "SIGKILL");
    expect((await contract.runs(recipeId)).some(({ finishedAt }) => finishedAt === null)).toBe(true);
    await expectEachEffectOnce(customers, COUNT);
  }, 180_000);

  test(`kill -9 of the web process in the middle of ${COUNT} deliveries: every acknowledged event ends, once`, async () => {
    const customers = customerIds("d");
    const web = await stack.pidOf("web");
    let killed = false;
    const resent = await deliverAll(connected.stripe.webhookUrl, customers, (count) => {
      if (killed || count < 60) return;
      killed = true;
      process.kill(web, "SIGKILL");
    });
    expect(resent).toBeGreaterThan(0);
    await expectEachEffectOnce(customers, 2 * COUNT);
  }, 180_000);

  test("kill -9 of the worker at item 500 of a loop of 1,000: it goes on at 500", async () => {
    const ITEMS = 1000;
    const AT_ONCE = 4;
    await vendors?.reset();
    const items = Array.from({ length: ITEMS }, (_, index) => `item_${index}`);
    const loop = {
      id: "each",
      kind: "loop",
      over: "{{ trigger.data.items }}",
      concurrency: AT_ONCE,
      steps: [
        {
          id: "track",
          kind: "action",
          action: "customerio.event.track",
          connection: connected.customerio.id,
          input: { identifier: "{{ loop.item }}", name: "seen" },
        },
      ],
    };
    const recipe = { version: 1, trigger: { type: "manual", config: {} }, steps: [loop] };
    const id = await contract.setLive("A long loop", recipe);
    await contract.call("POST", `/recipes/${id}/run`, { data: { items } });
    const asked = async () => (await requests()).filter(({ operationId }) => operationId === "track");
    await until("half of the items", async () => (await asked()).length >= ITEMS / 2, 60);
    process.kill(await stack.pidOf("worker"), "SIGKILL");
    const before = (await asked()).map(({ pathParams }) => Object.values(pathParams)[0]);
    const [run] = await contract.untilEnded(id, 1, 120);
    expect(run?.status).toBe("succeeded");
    const all = await asked();
    expect(new Set(all.map(({ path }) => path)).size).toBe(ITEMS);
    // Only what was under way when the process died may have been asked for again, under the same id.
    expect(all.length).toBeLessThanOrEqual(ITEMS + AT_ONCE);
    expect(before.length).toBeLessThan(ITEMS);
    expect(keysByCustomer(all, items, ({ body }) => (body as { id?: string }).id)).toEqual(
      items.map(() => 1),
    );
  }, 180_000);
});
