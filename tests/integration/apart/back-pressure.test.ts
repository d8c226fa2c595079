import { afterAll, expect, it, vi } from "vitest";
import { startWorker } from "~/server/engine/embedded/worker";
import { handleWebhookFetch } from "~/server/events/door";
import { CUSTOMER } from "~/tests/support/engine";
import { signEvent } from "~/tests/support/stripe";
import { openStubbedBench } from "~/tests/support/stubbed-bench";
import { until } from "~/tests/support/until";

vi.mock("~/server/engine/limits", async (original) => {
  const limits = await original<typeof import("~/server/engine/limits")>();
  return { ...limits, POLICY: { ...limits.POLICY, longestLine: 3, workspaceConcurrency: 1 } };
});

const { stub, bench, steps } = await openStubbedBench();
let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
afterAll(() => worker?.stop());

const { endpointToken } = await bench.ctx.db.connection.findFirstOrThrow({ where: { id: bench.stripe } });

function deliver(id: string): Promise<Response> {
  const event = {
    id,
    type: "customer.created",
    created: Math.floor(Date.now() / 1000),
    data: { object: CUSTOMER },
  };
  const { body, signature } = signEvent(event, "whsec_stub");
  const headers = { "stripe-signature": signature };
  const url = `http://billhook.test/api/webhooks/stripe/${endpointToken}`;
  return handleWebhookFetch(new Request(url, { method: "POST", body, headers }));
}

it("turns events away with 503 and Retry-After while the line is too long, and loses none of them", async () => {
  await bench.setLive([steps.track]);
  const events = Array.from({ length: 8 }, (_, n) => `evt_full_${n}`);
  const now = performance.now.bind(performance);
  let later = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now() + later);
  const statuses: number[] = [];
  for (const id of events) {
    // Every count is believed for some seconds.
    later += 6_000;
    const answer = await deliver(id);
    statuses.push(answer.status);
    if (answer.status !== 503) continue;
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ error: { code: "overloaded" } });
  }
  // One has the place and three stand in line.
  expect(statuses).toEqual([200, 200, 200, 200, 503, 503, 503, 503]);
  later += 6_000;
  expect(await bench.ctx.db.event.count({ where: { workspaceId: bench.ctx.workspaceId } })).toBe(4);
  worker = await startWorker();
  // As Stripe does: again until it is taken.
  for (const id of events) await until(id, async () => (await deliver(id)).status === 200);
  await until("8 effects", async () => stub.requests.length === 8);
  const where = { workspaceId: bench.ctx.workspaceId, status: "succeeded" as const };
  await until("8 ended runs", async () => (await bench.ctx.db.run.count({ where })) === 8);
});
