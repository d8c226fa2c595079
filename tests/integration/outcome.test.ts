import { describe, expect, test } from "vitest";
import { pool, prisma } from "~/server/db";
import { giveUpRun } from "~/server/engine/give-up";
import { cancelRun } from "~/server/services/run/cancel";
import { checkOutcome } from "~/server/services/run/check-outcome";
import { decideOutcome } from "~/server/services/run/decide-outcome";
import { rerunRun } from "~/server/services/run/rerun";
import { openRerunBench } from "~/tests/support/rerun-bench";

const { bench, stub, execute, ended, again, mail, update, track } = await openRerunBench();
const { ctx } = bench;

const CUSTOMER = "/v1/customers/cus_1";
const MAIL = "/v1/send/email";
const LOST = { hangUp: true };

const lost = () => ended([track("one"), mail("two"), update("three")], [{}, LOST]);

/** Executes what a decision let go on; what the vendor was asked. */
async function goOn(id: string) {
  stub.reset();
  const status = await execute(id);
  return { status, requests: stub.requests.map(({ path }) => path) };
}

describe("a send whose answer was lost", () => {
  test("was done, somebody says: the run goes on after it, and the log keeps who said so", async () => {
    const { id, status } = await lost();
    expect(status).toBe("outcome_unknown");
    expect(await decideOutcome(ctx, { id, path: "two", decision: "done" })).toEqual({ id, status: "queued" });
    expect(await goOn(id)).toEqual({ status: "succeeded", requests: [CUSTOMER] });
    const view = await bench.run(id);
    expect(view.steps[1]).toMatchObject({
      status: "succeeded",
      output: { decided: "done", by: ctx.actor.label, at: expect.any(String) },
    });
    expect(view).toMatchObject({ status: "succeeded" });
    expect(view.error).toBeUndefined();
  });

  test("was not done, somebody says: it is sent, once, and the log keeps who wanted it", async () => {
    const { id } = await lost();
    await decideOutcome(ctx, { id, path: "two", decision: "again" });
    expect(await goOn(id)).toEqual({ status: "succeeded", requests: [MAIL, CUSTOMER] });
    const [, step] = (await bench.run(id)).steps;
    expect(step?.attempts).toHaveLength(3);
    expect(step?.attempts[1]?.error?.message).toContain(ctx.actor.label);
  });

  test("is lost again, and can be decided again", async () => {
    const { id } = await lost();
    await decideOutcome(ctx, { id, path: "two", decision: "again" });
    stub.reset();
    stub.answers.push(LOST);
    expect(await execute(id)).toBe("outcome_unknown");
    await decideOutcome(ctx, { id, path: "two", decision: "done" });
    expect(await goOn(id)).toEqual({ status: "succeeded", requests: [CUSTOMER] });
  });

  test("is decided once when several people click", async () => {
    const { id } = await lost();
    const clicks = ["again", "again", "done", "again"] as const;
    const all = await Promise.allSettled(
      clicks.map((decision) => decideOutcome(ctx, { id, path: "two", decision })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of all)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    const { requests } = await goOn(id);
    expect(requests.filter((path) => path === MAIL).length).toBeLessThanOrEqual(1);
  });

  test("cannot be decided where it is known, nor in a run that was run again", async () => {
    const { id } = await lost();
    await expect(decideOutcome(ctx, { id, path: "one", decision: "again" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(decideOutcome(ctx, { id, path: "none", decision: "again" })).rejects.toMatchObject({
      code: "not_found",
    });
    const rerun = await again({ id });
    expect(rerun.status).toBe("outcome_unknown");
    await expect(decideOutcome(ctx, { id, path: "two", decision: "again" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(rerun.id),
    });
    await decideOutcome(ctx, { id: rerun.id, path: "two", decision: "again" });
    expect(await goOn(rerun.id)).toEqual({ status: "succeeded", requests: [MAIL, CUSTOMER] });
    const third = await again({ id: rerun.id, from: "start" });
    expect(third.requests).toEqual([]);
  });

  test("and a decision and a rerun at the same time do not both send it", async () => {
    const { id } = await lost();
    const both = await Promise.allSettled([
      decideOutcome(ctx, { id, path: "two", decision: "again" }),
      rerunRun(ctx, { id, repeat: ["two"] }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("in a loop", () => {
  test("the items that waited or had not begun go on when every lost one is decided", async () => {
    const inner = mail("mail", {
      input: { to: "{{ loop.item }}@example.com", transactional_message_id: "welcome" },
    });
    const loop = {
      id: "each",
      kind: "loop",
      over: "{{ trigger.data.object.list }}",
      concurrency: 2,
      steps: [inner],
    };
    const object = { id: "cus_1", list: ["a", "b", "c", "d"] };
    const { id, status } = await ended([loop, update("end")], [LOST, LOST], object);
    expect(status).toBe("outcome_unknown");
    expect(await decideOutcome(ctx, { id, path: "each[0].mail", decision: "done" })).toMatchObject({
      status: "outcome_unknown",
    });
    expect(await decideOutcome(ctx, { id, path: "each[1].mail", decision: "again" })).toMatchObject({
      status: "queued",
    });
    const { status: then, requests } = await goOn(id);
    expect(then).toBe("succeeded");
    expect(requests).toEqual([MAIL, MAIL, MAIL, CUSTOMER]);
    expect((await bench.run(id)).steps[0]).toMatchObject({
      status: "succeeded",
      output: { count: 4, succeeded: 4 },
    });
  });
});

describe("a run that the engine gives up", () => {
  test("ends with an unknown outcome while a send of it is open, else failed", async () => {
    const recipe = await bench.setLive([mail("one")]);
    const [open, none] = [await bench.start(recipe), await bench.start(recipe)];
    const { workspaceId } = ctx;
    await prisma().run.updateMany({ where: { id: { in: [open, none] } }, data: { status: "running" } });
    await pool().query(
      `INSERT INTO "StepRun" ("workspaceId", "runId", "path", "position", "kind", "action", "status") VALUES ($1, $2, 'one', 0, 'action', 'customerio.email.send', 'running')`,
      [workspaceId, open],
    );
    const error = { code: "engine", message: "Broken." };
    await giveUpRun(workspaceId, open, error);
    await giveUpRun(workspaceId, none, error);
    const view = await bench.run(open);
    expect(view).toMatchObject({ status: "outcome_unknown", error: { step: "one" } });
    expect(view.steps[0]).toMatchObject({ status: "outcome_unknown" });
    expect(await bench.run(none)).toMatchObject({ status: "failed", error });
  });
});

describe("asking Customer.io", () => {
  const now = () => Math.floor(Date.now() / 1000);
  const message = (id: string, more: object = {}) => ({
    id,
    type: "email",
    recipient: "ada@example.com",
    subject: "Hi",
    created: now(),
    ...more,
  });
  const asked = async (id: string, messages: object[]) => {
    stub.reset();
    stub.answers.push({ body: { messages, next: "" } });
    const answer = await checkOutcome(ctx, { id, path: "two" });
    return { answer, path: stub.requests[0]?.path ?? "" };
  };

  test("finds the message by whom it went to and when", async () => {
    const { id } = await lost();
    const { answer, path } = await asked(id, [
      message("dgS_1"),
      message("other", { recipient: "eve@example.com" }),
      message("old", { created: now() - 9000 }),
    ]);
    expect(answer).toMatchObject({ found: true, evidence: [{ id: "dgS_1" }] });
    expect(path).toMatch(
      /^\/v1\/customers\/ada%40example\.com\/messages\?id_type=email&limit=100&start_ts=\d+&end_ts=\d+$/,
    );
    expect((await bench.run(id)).status).toBe("outcome_unknown");
  });

  test("does not take another run's message for it", async () => {
    const { id } = await lost();
    const other = await bench.start(await bench.setLive([mail("two")]));
    stub.reset();
    stub.answers.push({ body: { delivery_id: "dgS_theirs", queued_at: now() } });
    expect(await execute(other)).toBe("succeeded");
    const { answer } = await asked(id, [message("dgS_theirs")]);
    expect(answer.found).toBe("unknown");
    expect(answer.detail).toContain("two minutes");
  });

  test("says that it is not there when there was time enough", async () => {
    const { id } = await lost();
    const past = new Date(Date.now() - 600_000);
    await prisma().stepRun.updateMany({ where: { runId: id }, data: { startedAt: past, finishedAt: past } });
    expect((await asked(id, [])).answer).toMatchObject({ found: false, evidence: [] });
  });

  test("says that it cannot tell when Customer.io does not answer, or there is nobody to ask", async () => {
    const { id } = await lost();
    stub.reset();
    stub.answers.push({ status: 500 });
    expect(await checkOutcome(ctx, { id, path: "two" })).toMatchObject({ found: "unknown" });
    const http = { id: "two", kind: "http", method: "POST", url: `${stub.origin}/x` };
    const other = await ended([http], [LOST]);
    if (other.status === "outcome_unknown")
      expect(await checkOutcome(ctx, { id: other.id, path: "two" })).toMatchObject({ found: "unknown" });
    await expect(checkOutcome(ctx, { id, path: "one" })).rejects.toMatchObject({ code: "conflict" });
  });

  test("finds the start of a broadcast, and not another run's", async () => {
    const broadcast = {
      id: "two",
      kind: "action",
      action: "customerio.broadcast.trigger",
      connection: bench.customerio,
      input: { broadcast_id: 12 },
    };
    const { id } = await ended([broadcast], [LOST]);
    const theirs = await bench.start(await bench.setLive([broadcast]));
    stub.answers.push({ body: { id: 7 } });
    expect(await execute(theirs)).toBe("succeeded");
    stub.reset();
    stub.answers.push({
      body: {
        triggers: [
          { id: 7, broadcast_id: 12, created_at: now() },
          { id: 8, broadcast_id: 12, created_at: now() },
          { id: 3, created_at: 5 },
        ],
      },
    });
    expect(await checkOutcome(ctx, { id, path: "two" })).toMatchObject({
      found: true,
      evidence: [{ id: "8" }],
    });
    expect(stub.requests[0]?.path).toBe("/v1/broadcasts/12/triggers");
  });
});

describe("asking Stripe", () => {
  test("finds what a request with this key caused", async () => {
    const create = {
      id: "two",
      kind: "action",
      action: "stripe.billing_portal.create",
      connection: bench.stripe,
      input: { customer: "cus_1" },
    };
    const first = await ended([create], [{ status: 500 }]);
    await cancelRun(ctx, { id: first.id });
    const dayBefore = new Date(Date.now() - 25 * 3_600_000);
    const row = await prisma().stepRun.findFirstOrThrow({ where: { runId: first.id } });
    const attempts = (row.attempts as { startedAt: string }[]).map((one) => ({
      ...one,
      startedAt: dayBefore.toISOString(),
    }));
    await prisma().stepRun.updateMany({
      where: { runId: first.id },
      data: { attempts, startedAt: dayBefore, finishedAt: dayBefore },
    });
    const rerun = await again({ id: first.id });
    expect(rerun).toMatchObject({ status: "outcome_unknown", requests: [] });
    const event = (key: string) => ({
      id: "evt_1",
      object: "event",
      type: "billing_portal.session.created",
      created: 1,
      request: { id: "req_1", idempotency_key: key },
      data: { object: { id: "bps_1" } },
    });
    const ask = (events: object[]) => {
      stub.reset();
      stub.answers.push({ body: { object: "list", data: events, has_more: false, url: "/v1/events" } });
      return checkOutcome(ctx, { id: rerun.id, path: "two" });
    };
    expect(await ask([event("another"), event(first.keys[0] ?? "")])).toMatchObject({
      found: true,
      evidence: [{ id: "bps_1" }],
    });
    expect(await ask([event("another")])).toMatchObject({ found: false });
    await decideOutcome(ctx, { id: rerun.id, path: "two", decision: "again" });
    expect((await goOn(rerun.id)).requests).toEqual(["/v1/billing_portal/sessions"]);
  });
});
