import { describe, expect, test, vi } from "vitest";
import { prisma } from "~/server/db";
import type { Prisma } from "~/server/generated/prisma/client";
import { testRecipe } from "~/server/services/recipe/test";
import { cancelRun } from "~/server/services/run/cancel";
import { rerunRun } from "~/server/services/run/rerun";
import { openRerunBench, REFUSED } from "~/tests/support/rerun-bench";

const { bench, stub, execute, ended, again, mail, update, track, person } = await openRerunBench();
const { ctx } = bench;

const CUSTOMER = "/v1/customers/cus_1";
const PERSON = "/api/v1/customers/cus_1";
const EVENT = "/api/v1/customers/cus_1/events";
const MAIL = "/v1/send/email";
const SIX = () => [update("one"), track("two"), mail("three"), update("four"), person("five"), mail("six")];

const rowsOf = async (runId: string) => {
  const rows = await prisma().stepRun.findMany({ where: { runId }, orderBy: { position: "asc" } });
  return rows.map(({ path, status, reusedFrom }) => [path, status, reusedFrom]);
};

/** Publishes other steps as the next version. */
async function publish(recipeId: string, steps: object[]) {
  const { definition } = await prisma().recipe.findFirstOrThrow({ where: { id: recipeId } });
  const next = { ...(definition as Prisma.JsonObject), steps } as unknown as Prisma.InputJsonObject;
  await prisma().recipeVersion.create({
    data: { workspaceId: ctx.workspaceId, recipeId, version: 2, definition: next, author: "test" },
  });
  await prisma().recipe.updateMany({
    where: { id: recipeId },
    data: { currentVersion: 2, definition: next },
  });
}

describe("from the failed step", () => {
  test("a run of six steps that failed at the fourth sends only the fourth and what comes after it", async () => {
    const first = await ended(SIX(), [{}, {}, {}, REFUSED]);
    expect(first).toMatchObject({ status: "failed", requests: [CUSTOMER, EVENT, MAIL, CUSTOMER] });
    const rerun = await again({ id: first.id });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [CUSTOMER, PERSON, MAIL] });
    expect(await rowsOf(rerun.id)).toEqual([
      ...["one", "two", "three"].map((path) => [path, "succeeded", first.id]),
      ...["four", "five", "six"].map((path) => [path, "succeeded", null]),
    ]);
    expect(rerun.will).toEqual({
      one: "reuse",
      two: "reuse",
      three: "reuse",
      four: "run",
      five: "run",
      six: "run",
    });
    const row = await prisma().run.findFirstOrThrow({ where: { id: rerun.id } });
    expect(row).toMatchObject({
      sequence: 1,
      rootRunId: first.id,
      rerunOfId: first.id,
      mode: "live",
      priority: -10,
    });
    const old = await prisma().run.findFirstOrThrow({ where: { id: first.id } });
    expect(old).toMatchObject({ status: "failed", resolution: "rerun" });
    expect(rerun.view).toMatchObject({ rerunOf: first.id, rootRunId: first.id });
    expect(rerun.view.lineage.map(({ id }) => id)).toEqual([first.id, rerun.id]);
    expect(rerun.view.steps[0]).toMatchObject({ reusedFrom: first.id, attempts: [] });
  });

  test("a decision stays as it was made, and its path is not left", async () => {
    const branch = {
      id: "way",
      kind: "branch",
      paths: [
        {
          id: "ada",
          when: { left: "{{ trigger.data.object.id }}", op: "eq", right: "cus_1" },
          steps: [track("in"), update("bad")],
        },
      ],
    };
    const first = await ended([branch, mail("last")], [{}, REFUSED]);
    const rerun = await again({ id: first.id });
    expect(rerun.requests).toEqual([CUSTOMER, MAIL]);
    expect(rerun.will).toEqual({ way: "reuse", "way.ada.in": "reuse", "way.ada.bad": "run", last: "run" });
  });

  test("what the recipe forgave is tried again, with what came after it, but nobody gets a message twice", async () => {
    const first = await ended(
      [update("may", { onError: "continue" }), mail("mid"), update("end")],
      [REFUSED, {}, REFUSED],
    );
    const rerun = await again({ id: first.id });
    expect(rerun.requests).toEqual([CUSTOMER, CUSTOMER]);
    expect(rerun.will).toEqual({ may: "run", mid: "already_done", end: "run" });
  });

  test("a run in which nothing failed says so, and its test and shadow runs cannot be sent for real", async () => {
    const first = await ended([update("one")], []);
    await expect(rerunRun(ctx, { id: first.id, from: "failed" })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("start"),
    });
    const tested = await testRecipe(ctx, { id: first.recipeId });
    await expect(rerunRun(ctx, { id: tested.id, from: "start" })).rejects.toMatchObject({ code: "conflict" });
    const shadow = await bench.setLive([update("one")], "shadow");
    const shown = await bench.start(shadow);
    await execute(shown);
    await expect(rerunRun(ctx, { id: shown, from: "start" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("from a step", () => {
  test("takes over what stands before it, also a failure that was forgiven", async () => {
    const recipe = [
      update("may", { onError: "continue" }),
      person("two"),
      track("three"),
      person("four"),
      update("end"),
    ];
    const first = await ended(recipe, [REFUSED, {}, {}, {}, REFUSED]);
    const rerun = await again({ id: first.id, from: "four" });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [PERSON, CUSTOMER] });
    expect(rerun.will).toEqual({ may: "reuse", two: "reuse", three: "reuse", four: "run", end: "run" });
    await expect(rerunRun(ctx, { id: first.id, from: "nowhere" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

describe("from the start", () => {
  test("is where a run in which nothing failed begins, unless something else is asked for", async () => {
    const first = await ended([update("one"), person("two")], []);
    const rerun = await again({ id: first.id });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [PERSON] });
    expect(rerun.will).toEqual({ one: "already_done", two: "run" });
  });

  test("what was sent or made is not done again; what only sets or looks is", async () => {
    const first = await ended(SIX(), [{}, {}, {}, REFUSED]);
    const rerun = await again({ id: first.id, from: "start" });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [CUSTOMER, PERSON, MAIL] });
    expect(rerun.will).toEqual({
      one: "already_done",
      two: "already_done",
      three: "already_done",
      four: "run",
      five: "run",
      six: "run",
    });
    const [one] = rerun.view.steps;
    expect(one).toMatchObject({ status: "succeeded", reusedFrom: first.id, output: { id: "cus_1" } });
    const third = await again({ id: rerun.id, from: "start" });
    expect(third.requests).toEqual([PERSON]);
    expect(third.view.steps.at(3)).toMatchObject({ path: "four", reusedFrom: rerun.id });
  });

  test("unless it is to be repeated: with a key of its own, once", async () => {
    const first = await ended([update("one"), mail("two"), update("three")], []);
    const rerun = await again({ id: first.id, from: "start", repeat: ["one", "two"] });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [CUSTOMER, MAIL] });
    expect(rerun.will).toEqual({ one: "repeat", two: "repeat", three: "already_done" });
    expect(rerun.keys[0]).not.toBe(first.keys[0]);
    const third = await again({ id: rerun.id, from: "start" });
    expect(third.requests).toEqual([]);
  });

  test("a repeat that was refused is still wanted in the next rerun, and one that was done is not", async () => {
    const first = await ended([mail("one"), mail("two")], []);
    const second = await again({ id: first.id, from: "start", repeat: ["one", "two"] }, [{}, REFUSED]);
    expect(second).toMatchObject({ status: "failed", requests: [MAIL, MAIL] });
    const third = await again({ id: second.id });
    expect(third).toMatchObject({
      status: "succeeded",
      requests: [MAIL],
      will: { one: "reuse", two: "repeat" },
    });
  });
});

describe("keys", () => {
  test("a step that was refused for certain gets another key, because Stripe keeps the first one's answer", async () => {
    const first = await ended([update("one")], [REFUSED]);
    const rerun = await again({ id: first.id });
    expect(rerun.keys[0]).toMatch(/^bh_/);
    expect(rerun.keys[0]).not.toBe(first.keys[0]);
  });

  test("a step that may have arrived keeps its key, in however many reruns", async () => {
    const first = await ended([update("one")], [{ status: 500 }]);
    await cancelRun(ctx, { id: first.id });
    const rerun = await again({ id: first.id, event: undefined }, [{ status: 500 }]);
    await cancelRun(ctx, { id: rerun.id });
    const third = await again({ id: rerun.id });
    expect(third).toMatchObject({ status: "succeeded", keys: first.keys });
    expect(rerun.keys).toEqual(first.keys);
  });

  test("but not when Stripe has forgotten it: then nobody knows, and it is not done blindly", async () => {
    const portal = { ...update("one"), action: "stripe.billing_portal.create", input: { customer: "cus_1" } };
    const first = await ended([portal, mail("two")], [{ status: 500 }]);
    await cancelRun(ctx, { id: first.id });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 3_600_000 });
    try {
      const rerun = await again({ id: first.id });
      expect(rerun).toMatchObject({ status: "outcome_unknown", requests: [], will: { one: "undecided" } });
      expect(rerun.view.error).toMatchObject({ step: "one", message: expect.stringContaining("23 hours") });
    } finally {
      vi.useRealTimers();
    }
  });

  test("and a send whose outcome nobody knows is not sent by a rerun, unless that is what is asked for", async () => {
    const first = await ended([track("one"), mail("two"), update("three")], [{}, { hangUp: true }]);
    expect(first.status).toBe("outcome_unknown");
    const rerun = await again({ id: first.id });
    expect(rerun).toMatchObject({
      status: "outcome_unknown",
      requests: [],
      will: { one: "reuse", two: "undecided" },
    });
    const wanted = await again({ id: rerun.id, repeat: ["two"] });
    expect(wanted).toMatchObject({ status: "succeeded", requests: [MAIL, CUSTOMER] });
    expect(wanted.will).toEqual({ one: "reuse", two: "repeat", three: "run" });
  });
});

describe("an edited event", () => {
  test("is stored as an event of its own, and what failed is tried with it, under another key", async () => {
    const first = await ended(
      [
        mail("one"),
        update("two", {
          input: { id: "{{ trigger.data.object.id }}", metadata: { seen: "{{ trigger.data.object.note }}" } },
        }),
      ],
      [{}, REFUSED],
    );
    const { event } = await prisma().run.findFirstOrThrow({
      where: { id: first.id },
      include: { event: true },
    });
    const payload = { ...(event.payload as Prisma.JsonObject), created: 1_790_000_000 };
    const edited = {
      ...payload,
      data: { object: { id: "cus_1", email: "eve@example.com", note: "better" } },
    };
    const rerun = await again({ id: first.id, event: edited, from: "start" });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [CUSTOMER] });
    expect(rerun.keys[0]).not.toBe(first.keys[1]);
    expect(rerun.view.steps[1]?.input).toMatchObject({ metadata: { seen: "better" } });
    const stored = await prisma().event.findFirstOrThrow({ where: { id: rerun.view.event.id } });
    expect(stored).toMatchObject({
      source: "manual",
      originId: first.recipeId,
      type: event.type,
      payload: edited,
    });
    const other = { ...edited, type: "customer.deleted" };
    await expect(rerunRun(ctx, { id: rerun.id, from: "start", event: other })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(rerunRun(ctx, { id: rerun.id, from: "start", event: { a: 1 } })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

describe("the current version", () => {
  test("is shown to differ first; what is no longer in it is not taken over", async () => {
    const first = await ended([track("gone"), person("kept"), update("bad")], [{}, {}, REFUSED]);
    const mended = update("bad", { input: { id: "cus_1", metadata: { seen: "mended" } } });
    await publish(first.recipeId, [person("kept"), mail("added"), mended]);
    const rerun = await again({ id: first.id, version: "current" });
    expect(rerun.preview.differs).toEqual(
      expect.arrayContaining([expect.stringContaining("gone"), expect.stringContaining("mended")]),
    );
    expect(rerun).toMatchObject({ status: "succeeded", requests: [MAIL, CUSTOMER] });
    expect(rerun.will).toEqual({ kept: "reuse", added: "run", bad: "run" });
    expect(rerun.view).toMatchObject({ version: 2 });
    expect(rerun.view.steps.at(-1)?.input).toMatchObject({ metadata: { seen: "mended" } });
  });

  test("decides anew where its condition is another one, and another action in a step's place is called", async () => {
    const way = (right: string) => ({
      id: "way",
      kind: "branch",
      paths: [
        {
          id: "ada",
          when: { left: "{{ trigger.data.object.id }}", op: "eq", right },
          steps: [update("bad")],
        },
      ],
      otherwise: [person("else")],
    });
    const first = await ended([track("swap"), way("cus_1")], [{}, REFUSED]);
    await publish(first.recipeId, [mail("swap"), way("cus_2")]);
    const rerun = await again({ id: first.id, version: "current" });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [MAIL, PERSON] });
    const original = await again({ id: first.id });
    expect(original.requests).toEqual([CUSTOMER]);
  });
});

describe("a loop", () => {
  const each = (inner: object[], more: object = {}) => ({
    id: "each",
    kind: "loop",
    over: "{{ trigger.data.object.list }}",
    steps: inner,
    ...more,
  });
  const toItem = () =>
    mail("mail", { input: { to: "{{ loop.item }}@example.com", transactional_message_id: "welcome" } });
  const five = { id: "cus_1", list: ["a", "b", "c", "d", "e"] };

  test("does only the item that failed and those after it", async () => {
    const first = await ended(
      [
        each([toItem()]),
        mail("last", { input: { to: "x@example.com", transactional_message_id: "welcome" } }),
      ],
      [{}, {}, REFUSED],
      five,
    );
    expect(first).toMatchObject({ status: "failed", requests: [MAIL, MAIL, MAIL] });
    const rerun = await again({ id: first.id });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [MAIL, MAIL, MAIL, MAIL] });
    expect(rerun.will).toEqual({
      each: "run",
      "each[2].mail": "run",
      "each[3].mail": "run",
      "each[4].mail": "run",
      last: "run",
    });
    expect(rerun.view.steps.find(({ path }) => path === "each")).toMatchObject({
      status: "succeeded",
      output: { count: 5, succeeded: 5, failed: 0 },
    });
  });

  test("whose failures were forgiven does those items again, and their fallbacks are not kept", async () => {
    const kept = each([toItem()], { onError: { goto: [person("note")] } });
    const first = await ended([kept], [{}, {}, REFUSED], five);
    expect(first.status).toBe("succeeded");
    const rerun = await again({ id: first.id });
    expect(rerun).toMatchObject({ status: "succeeded", requests: [MAIL] });
    expect(rerun.will).toEqual({ each: "run", "each[2].mail": "run" });
    expect(rerun.view.steps.map(({ path }) => path)).not.toContain("each[2].fallback.note");
  });

  test("repeats a step for every item by its place in the recipe", async () => {
    const first = await ended([each([toItem()])], [], { id: "cus_1", list: ["a", "b"] });
    const rerun = await again({ id: first.id, from: "start", repeat: ["each[].mail"] });
    expect(rerun.requests).toEqual([MAIL, MAIL]);
  });
});

describe("at once", () => {
  test("of two reruns one is made, and the other hears which", async () => {
    const first = await ended([update("one")], [REFUSED]);
    const tries = await Promise.allSettled([1, 2, 3].map(() => rerunRun(ctx, { id: first.id })));
    const made = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value.id] : []));
    expect(made).toHaveLength(1);
    for (const one of tries)
      if (one.status === "rejected")
        expect(one.reason).toMatchObject({
          code: "conflict",
          message: expect.stringContaining(made[0] ?? ""),
        });
    await expect(rerunRun(ctx, { id: made[0] ?? "" })).rejects.toMatchObject({ code: "conflict" });
    await execute(made[0] ?? "");
    await expect(rerunRun(ctx, { id: first.id, from: "start" })).resolves.toMatchObject({
      id: expect.any(String),
    });
  });
});

describe("canceling", () => {
  test("ends what waits, says who did it, and it can be run again", async () => {
    const id = await bench.start(await bench.setLive([update("one")]));
    expect(await cancelRun(ctx, { id })).toEqual({ id, status: "canceled" });
    expect(await execute(id)).toBeUndefined();
    expect(stub.requests).toEqual([]);
    expect((await bench.run(id)).error).toMatchObject({
      code: "canceled",
      message: expect.stringContaining(ctx.actor.label),
    });
    await expect(cancelRun(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    expect(await again({ id })).toMatchObject({ status: "succeeded", requests: [CUSTOMER] });
  });

  test("a held run, but none whose steps are being run", async () => {
    const recipe = await bench.setLive([update("one")]);
    const [held, running] = [await bench.start(recipe), await bench.start(recipe)];
    await prisma().run.updateMany({
      where: { id: held },
      data: { status: "held", dispatchedAt: null, waitingFor: "connection" },
    });
    await prisma().run.updateMany({ where: { id: running }, data: { status: "running" } });
    expect(await cancelRun(ctx, { id: held })).toMatchObject({ status: "canceled" });
    await expect(cancelRun(ctx, { id: running })).rejects.toMatchObject({ code: "conflict" });
  });
});
