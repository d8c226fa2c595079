import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pool, prisma } from "~/server/db";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { sweepUnsent } from "~/server/engine/inngest/send";
import { ingestStripe } from "~/server/events/ingest";
import { checkConnection } from "~/server/services/connection/check";
import { CUSTOMER } from "~/tests/support/engine";
import { callFunction, drive, introspect, type StepStates } from "~/tests/support/inngest";
import { signEvent } from "~/tests/support/stripe";
import { executeAnew, forgetBuckets, openStubbedBench } from "~/tests/support/stubbed-bench";

// The engine and Inngest's address are read when the environment is loaded.
const cloud = await vi.hoisted(async () => {
  const { createServer } = await import("node:http");
  const posts: { path: string; events: { id: string; name: string; data: unknown }[]; committed: number }[] =
    [];
  const state = { posts, down: false, runsNow: async () => 0 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    if (state.down) return void response.writeHead(503).end("{}");
    const events = JSON.parse(body || "[]");
    posts.push({ path: request.url ?? "", events, committed: await state.runsNow() });
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ ids: events.map(() => "x"), status: 200 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as { port: number };
  process.env.ENGINE = "inngest";
  process.env.INNGEST_EVENT_KEY = "testkey";
  process.env.INNGEST_BASE_URL = `http://127.0.0.1:${address.port}`;
  return Object.assign(state, { close: () => new Promise((resolve) => server.close(resolve)) });
});

const { stub, bench, steps } = await openStubbedBench();
beforeEach(() => {
  cloud.posts.length = 0;
  cloud.down = false;
});
afterAll(() => cloud.close());

const requested = (runId: string) => ({
  name: "billhook/run.requested",
  data: { workspaceId: bench.ctx.workspaceId, runId },
});

/** The id that an admission is sent under, however often. */
const sendingOf = ({ id, dispatchedAt }: { id: string; dispatchedAt: Date | null }) =>
  `run-${id}-${dispatchedAt?.getTime()}`;

async function startOne(...recipe: object[]): Promise<string> {
  return bench.start(await bench.setLive(recipe));
}

/** A journal without what differs from run to run. */
async function journalOf(runId: string) {
  const { steps: journal, status } = await bench.run(runId);
  return {
    status,
    steps: journal.map(({ path, kind, action, status: stepStatus, input, attempts }) => ({
      path,
      kind,
      action,
      status: stepStatus,
      input,
      attempts: attempts.map((attempt) => ({
        status: attempt.status,
        urls: attempt.requests.map(({ url }) => url),
      })),
    })),
  };
}

describe("the function, through the SDK's own handler", () => {
  it("is what an introspection finds", async () => {
    const { status, body } = await introspect();
    expect(status).toBe(200);
    expect(body).toMatchObject({ function_count: 4, mode: "dev" });
  });

  it("executes step by step and leaves the journal that the embedded engine leaves", async () => {
    const filter = {
      id: "named",
      kind: "filter",
      when: { left: "{{ trigger.data.object.email }}", op: "exists" },
    };
    const recipeId = await bench.setLive([filter, steps.track, steps.update]);
    const [there, here] = [await bench.start(recipeId), await bench.start(recipeId)];
    const replies = await drive("run-recipe", requested(there));
    expect(replies.map(({ status }) => status)).toEqual([206, 206, 206, 200]);
    expect(replies.flatMap(({ ops }) => ops.map(({ displayName }) => displayName))).toEqual([
      "named",
      "track",
      "update",
    ]);
    await executeRun(embeddedSteps, bench.ctx.workspaceId, here);
    expect(await journalOf(there)).toEqual(await journalOf(here));
    expect((await bench.run(there)).status).toBe("succeeded");
  });

  it("goes through loops, look-ups and fallbacks as the embedded engine does", async () => {
    const who = {
      ...steps.update,
      id: "who",
      kind: "lookup",
      action: "stripe.customer.get",
      input: { id: "cus_1" },
    };
    const fallback = {
      ...steps.track,
      id: "instead",
      input: { identifier: "{{ loop.item }}", name: "instead" },
    };
    const loop = {
      id: "each",
      kind: "loop",
      over: "a,b",
      steps: [{ ...steps.track, onError: { goto: [fallback] } }],
    };
    const recipeId = await bench.setLive([{ ...who, found: [loop] }, steps.update]);
    const [there, here] = [await bench.start(recipeId), await bench.start(recipeId)];
    const answers = [{}, { status: 400 }];
    stub.answers.push(...answers);
    await drive("run-recipe", requested(there));
    stub.answers.length = 0;
    stub.answers.push(...answers);
    await executeRun(embeddedSteps, bench.ctx.workspaceId, here);
    const journal = await journalOf(there);
    expect(journal).toEqual(await journalOf(here));
    expect(journal).toMatchObject({ status: "succeeded" });
    expect(journal.steps.map(({ path }) => path)).toContain("who.found.each[0].track.fallback.instead");
  });

  it("makes no effect twice when Inngest forgot that a step had run", async () => {
    const runId = await startOne(steps.email);
    await callFunction("run-recipe", requested(runId), {});
    await callFunction("run-recipe", requested(runId), {});
    expect(stub.requests).toHaveLength(1);
  });

  it("a vendor's 500 is a step error that Inngest retries at the policy's time", async () => {
    stub.answers.push({ status: 500 });
    const runId = await startOne(steps.track);
    const [reply] = await drive("run-recipe", requested(runId));
    expect(reply?.ops).toMatchObject([{ op: "StepError", displayName: "track" }]);
    expect(reply?.noRetry).toBe("false");
    const run = await bench.run(runId);
    expect(run).toMatchObject({
      status: "waiting",
      steps: [{ status: "waiting", attempts: [{ status: 500 }] }],
    });
    const wait = (new Date(reply?.retryAfter ?? 0).getTime() - Date.now()) / 1000;
    expect(wait).toBeGreaterThan(2);
    expect(wait).toBeLessThanOrEqual(7);
    expect(new Date(reply?.retryAfter ?? 0).getTime()).toBe(new Date(run.nextAttemptAt ?? 0).getTime());
  });

  it("a rate limit is a sleep and costs none of Inngest's attempts", async () => {
    stub.answers.push({ status: 429, headers: { "retry-after": "30" } });
    const runId = await startOne(steps.track);
    const states: StepStates = {};
    const next = async () => {
      const { ops } = await callFunction("run-recipe", requested(runId), states);
      const [op] = ops;
      if (op) states[op.id] = { type: "data", data: op.data ?? null };
      return op;
    };
    const limited = await next();
    expect(limited?.error).toBeUndefined();
    expect(limited).toMatchObject({ displayName: "track", data: { waitUntil: expect.any(String) } });
    const sleep = await next();
    expect(sleep).toMatchObject({ op: "Sleep" });
    expect(new Date(sleep?.name ?? 0).getTime() - Date.now()).toBeGreaterThan(28_000);
    expect(await bench.run(runId)).toMatchObject({ status: "waiting" });
    await forgetBuckets(bench.ctx.workspaceId);
    expect((await next())?.error).toBeUndefined();
    expect((await bench.run(runId)).steps).toMatchObject([
      { status: "succeeded", attempts: [{ status: 429 }, { status: 200 }] },
    ]);
  });

  it("a turn that has not come is a sleep, of which no try is counted", async () => {
    const where = { workspaceId_id: { workspaceId: bench.ctx.workspaceId, id: bench.customerio } };
    await prisma().connection.update({ where, data: { limits: { "customerio.track": 0.1 } } });
    try {
      const ids = [await startOne(steps.track), await startOne(steps.track)];
      const replies = [];
      for (const id of ids) replies.push(await callFunction("run-recipe", requested(id), {}));
      expect(replies.map(({ ops: [op] }) => op?.error)).toEqual([undefined, undefined]);
      expect(replies[1]?.ops).toMatchObject([
        { data: { waitUntil: expect.any(String), waitingFor: { what: "bucket:customerio.track" } } },
      ]);
      expect(stub.requests).toHaveLength(1);
      expect((await bench.run(ids[1] ?? "")).steps).toMatchObject([{ status: "waiting", attempts: [] }]);
    } finally {
      await prisma().connection.update({ where, data: { limits: {} } });
    }
  });

  it("keys that are refused end the function, and the run is held until it is sent again", async () => {
    const refused = {
      status: 401,
      body: { error: { type: "invalid_request_error", message: "Invalid API Key" } },
    };
    stub.otherwise = () => refused;
    const runId = await startOne(steps.update);
    const replies = await drive("run-recipe", requested(runId));
    expect(replies.at(-1)?.status).toBe(200);
    expect(await bench.run(runId)).toMatchObject({ status: "held" });
    stub.otherwise = () => undefined;
    cloud.posts.length = 0;
    await checkConnection(bench.ctx, { id: bench.stripe });
    await expect.poll(() => cloud.posts.flatMap(({ events }) => events)).toMatchObject([{ data: { runId } }]);
    await drive("run-recipe", requested(runId));
    expect(await bench.run(runId)).toMatchObject({ status: "succeeded" });
  });

  it("a wait is a sleep, and the run says until when", async () => {
    const runId = await startOne({ id: "wait", kind: "delay", for: "P3D" }, steps.track);
    const states: StepStates = {};
    const [begun] = (await callFunction("run-recipe", requested(runId), states)).ops;
    states[begun?.id ?? ""] = { type: "data", data: begun?.data ?? null };
    const [sleep] = (await callFunction("run-recipe", requested(runId), states)).ops;
    expect(sleep).toMatchObject({ op: "Sleep" });
    const run = await bench.run(runId);
    expect(run.status).toBe("waiting");
    expect(Date.parse(run.nextAttemptAt ?? "")).toBe(Date.parse(sleep?.name ?? ""));
  });

  it("a vendor's 400 ends the run as failed, without a retry", async () => {
    stub.answers.push({ status: 400, body: { meta: { error: "name is too long" } } });
    const runId = await startOne(steps.track);
    const replies = await drive("run-recipe", requested(runId));
    expect(replies.at(-1)).toMatchObject({ noRetry: "true" });
    expect(await bench.run(runId)).toMatchObject({
      status: "failed",
      error: { message: "name is too long" },
    });
    expect(stub.requests).toHaveLength(1);
  });

  it("onFailure ends a run that Inngest gave up on", async () => {
    const runId = await startOne(steps.track);
    const error = { name: "Error", message: "the worker kept crashing", stack: "" };
    const failed = {
      name: "inngest/function.failed",
      data: { event: requested(runId), error, function_id: "billhook-run-recipe", run_id: "01TESTRUN" },
    };
    await drive("run-recipe-failure", failed);
    expect(await bench.run(runId)).toMatchObject({ status: "failed", error: { code: "engine" } });
  });
});

describe("ingest", () => {
  async function deliver() {
    const event = {
      id: `evt_${Math.random().toString(36).slice(2)}`,
      type: "customer.created",
      created: Math.floor(Date.now() / 1000),
      data: { object: CUSTOMER },
    };
    const row = await bench.ctx.db.connection.findFirstOrThrow({ where: { id: bench.stripe } });
    const { body, signature } = signEvent(event, "whsec_stub");
    const { eventId } = await ingestStripe({
      endpointToken: row.endpointToken ?? "",
      signature,
      body: Buffer.from(body),
    });
    const run = await bench.ctx.db.run.findFirstOrThrow({ where: { eventId } });
    return run;
  }

  beforeEach(async () => {
    await bench.ctx.db.recipe.deleteMany({ where: { workspaceId: bench.ctx.workspaceId } });
    await bench.setLive([steps.track]);
  });

  it("commits first and tells Inngest after", async () => {
    cloud.runsNow = async () => bench.ctx.db.run.count({ where: { workspaceId: bench.ctx.workspaceId } });
    const run = await deliver();
    expect(cloud.posts).toEqual([
      {
        path: "/e/testkey",
        committed: 1,
        events: [
          expect.objectContaining({
            id: sendingOf(run),
            name: "billhook/run.requested",
            data: { workspaceId: bench.ctx.workspaceId, runId: run.id, sending: sendingOf(run).slice(4) },
          }),
        ],
      },
    ]);
    expect(run.dispatchedAt).not.toBeNull();
    const { rowCount } = await pool().query("SELECT 1 FROM graphile_worker.jobs");
    expect(rowCount).toBe(0);
  });

  it("answers also while Inngest is down; the sweeper tells it later, under the same id", async () => {
    cloud.down = true;
    const run = await deliver();
    expect(run).toMatchObject({ status: "queued", startedAt: null });
    expect(await sweepUnsent()).toBe(0);
    cloud.down = false;
    const earlier = `UPDATE "Run" SET "dispatchedAt" = "dispatchedAt" - interval '1 minute' WHERE "id" = $1 RETURNING "dispatchedAt"`;
    const { rows } = await pool().query(earlier, [run.id]);
    expect(await sweepUnsent()).toBe(1);
    const ids = cloud.posts.flatMap(({ events }) => events.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.at(-1)).toBe(sendingOf({ ...run, ...rows[0] }));
    await executeAnew(bench.ctx.workspaceId, run.id);
    expect(await sweepUnsent()).toBe(0);
  });
});
