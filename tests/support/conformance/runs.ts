import { afterEach, describe, expect, test, vi } from "vitest";
import { pool, prisma } from "~/server/db";
import { finishRun } from "~/server/engine/journal";
import { releaseHeld } from "~/server/services/connection/release-held";
import { DAY, journal, MINUTE, type Suite } from "./driver";

interface Asked {
  name?: string;
  values?: unknown[];
}

/** Lets one statement fail, the first that `matches`; everything else reaches the database. */
function failOnce(matches: (asked: Asked) => boolean, error: Error): { failed(): boolean } {
  const query = pool().query.bind(pool());
  let done = false;
  vi.spyOn(pool(), "query").mockImplementation(((asked: Asked, ...rest: []) => {
    if (!done && matches(asked)) {
      done = true;
      return Promise.reject(error);
    }
    return query(asked as never, ...rest);
  }) as never);
  return { failed: () => done };
}

/** What becomes of runs: faults of our own, waits, holds, order, and everything that comes twice. */
export function everyFate(suite: Suite): void {
  const { stub, bench, steps, engine, settled, pass, execute, later, ended } = suite;
  const { workspaceId } = bench.ctx;
  afterEach(() => void vi.restoreAllMocks());
  const lostRecord = () =>
    failOnce(
      ({ name, values }) => name === "record-step" && values?.[6] === "succeeded",
      new Error("connection terminated"),
    );

  describe("a process that dies between a call and its record", () => {
    test("makes the call again with the same key", async () => {
      const fault = lostRecord();
      const run = await ended(await bench.start(await bench.setLive([steps.update])));
      expect(fault.failed()).toBe(true);
      expect(run.status).toBe("succeeded");
      expect(stub.requests).toHaveLength(2);
      expect(new Set(stub.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    });

    test("never sends again: the outcome is one that nobody knows", async () => {
      lostRecord();
      const run = await ended(await bench.start(await bench.setLive([steps.email])));
      expect(run.status).toBe("outcome_unknown");
      expect(stub.requests).toHaveLength(1);
    });
  });

  test("an event that is delivered twice has its effect once", async () => {
    const recipeId = await bench.setLive([steps.email]);
    const about = { externalId: `evt_twice_${recipeId}` };
    const runId = await bench.start(recipeId, undefined, about);
    await expect(bench.start(recipeId, undefined, about)).rejects.toThrow("started no run");
    expect((await settled(runId)).status).toBe("succeeded");
    expect(stub.requests).toHaveLength(1);
  });

  test("a run that two execute at once makes each effect once", async () => {
    const recipeId = await bench.setLive([steps.track, steps.email]);
    let beside: Promise<unknown> = Promise.resolve();
    stub.answers.push({
      before: async () => {
        const [run] = await bench.ctx.db.run.findMany({ where: { recipeId } });
        beside = engine.executeBeside(workspaceId, run?.id ?? "").catch(() => undefined);
      },
    });
    const run = await ended(await bench.start(recipeId));
    await beside;
    expect(["succeeded", "outcome_unknown"]).toContain(run.status);
    expect(stub.requests.filter(({ path }) => path.startsWith("/v1/send"))).toHaveLength(1);
    const ids = stub.requests
      .filter(({ path }) => path.includes("/customers/"))
      .map(({ body }) => JSON.parse(body).id);
    expect(new Set(ids).size).toBe(1);
  });

  test("a wait of three days waits three days, costs nothing meanwhile, then goes on", async () => {
    const run = await execute([steps.track, { id: "wait", kind: "delay", for: "P3D" }, steps.update]);
    expect(run).toMatchObject({ status: "waiting" });
    expect(Date.parse(run.nextAttemptAt ?? "") - Date.now()).toBeGreaterThan(3 * DAY - MINUTE);
    expect((await later(run.id, 2 * DAY)).status).toBe("waiting");
    const end = await later(run.id, DAY);
    expect(journal(end)).toEqual([
      "track action succeeded 200",
      "wait delay succeeded",
      "update action succeeded 200",
    ]);
    expect(end.status).toBe("succeeded");
    expect(stub.requests).toHaveLength(2);
  });

  test("items of a loop wait side by side", async () => {
    const wait = { id: "wait", kind: "delay", for: "PT{{ loop.number }}H" };
    const track = { ...steps.track, input: { identifier: "{{ loop.item }}", name: "seen" } };
    const recipe = [{ id: "each", kind: "loop", over: "a,b", concurrency: 2, steps: [wait, track] }];
    const { id } = await execute(recipe);
    expect((await later(id, 61 * MINUTE)).status).toBe("waiting");
    expect(stub.requests).toHaveLength(1);
    expect((await later(id, 60 * MINUTE)).status).toBe("succeeded");
    expect(stub.requests).toHaveLength(2);
  });

  test("a run that is canceled while it waits never goes on", async () => {
    const { id } = await execute([{ id: "wait", kind: "delay", for: "P1D" }, steps.track]);
    await finishRun(workspaceId, id, "canceled");
    await engine.canceled(workspaceId, id);
    await pass(2 * DAY);
    // The next run goes its way, so the engine has had its turn.
    expect((await execute([steps.update])).status).toBe("succeeded");
    expect(journal(await bench.run(id))).toEqual(["wait delay skipped"]);
    expect(stub.requests).toHaveLength(1);
  });

  test("a run that is held costs nothing, and goes on where it was when it is released", async () => {
    const hold = (since: Date | null) =>
      prisma().connection.updateMany({ where: { id: bench.stripe }, data: { heldSince: since } });
    await hold(new Date());
    const held = await execute([steps.track, steps.update]);
    expect(held.status).toBe("held");
    await pass(DAY);
    expect((await bench.run(held.id)).status).toBe("held");
    await hold(null);
    await releaseHeld(bench.ctx, bench.stripe);
    const run = await settled(held.id);
    expect(run.status).toBe("succeeded");
    expect(stub.requests).toHaveLength(2);
  });

  describe("runs of one customer", () => {
    const inLane = () => bench.setLive([steps.update], "live", { settings: { order: "per_customer" } });

    test("take turns, oldest event first, also while one waits", async () => {
      const recipeId = await inLane();
      const [older, newer] = [new Date(Date.now() - 5_000), new Date(Date.now() - 1_000)];
      stub.answers.push({ status: 500 });
      const first = await bench.start(recipeId, undefined, { occurredAt: older });
      expect((await settled(first)).status).toBe("waiting");
      const second = await bench.start(recipeId, undefined, { occurredAt: newer });
      expect(stub.requests).toHaveLength(1);
      expect((await bench.run(second)).status).toBe("queued");
      expect((await later(first, MINUTE)).status).toBe("succeeded");
      expect((await settled(second)).status).toBe("succeeded");
      expect(stub.requests).toHaveLength(3);
    });

    test("whose event is older than one that was handled are superseded", async () => {
      const recipeId = await inLane();
      const object = { id: `cus_${recipeId}`, object: "customer" };
      await settled(await bench.start(recipeId, object));
      const late = await bench.start(recipeId, object, { occurredAt: new Date(Date.now() - MINUTE) });
      expect(await settled(late)).toMatchObject({
        status: "canceled",
        error: { code: "superseded" },
        steps: [],
      });
      expect(stub.requests).toHaveLength(1);
    });
  });
}
