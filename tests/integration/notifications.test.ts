import { describe, expect, test } from "vitest";
import { pool, prisma } from "~/server/db";
import { tellDueRules } from "~/server/engine/notifications/notifier";
import { createChannel } from "~/server/services/channel/create";
import { updateChannel } from "~/server/services/channel/update";
import type { ServiceContext } from "~/server/services/context";
import { createRule } from "~/server/services/notification/create";
import { listRules } from "~/server/services/notification/list";
import type { CreateRuleInput } from "~/server/services/notification/schemas";
import { updateRule } from "~/server/services/notification/update";
import { failingRecipe, mailsOf, tellAt, timeline } from "~/tests/support/failures";
import { makeWorkspace } from "~/tests/support/workspace";

async function openTeam() {
  const ctx = await makeWorkspace();
  const { slug } = await prisma().workspace.findUniqueOrThrow({ where: { id: ctx.workspaceId } });
  const { id: channelId } = await createChannel(ctx, { kind: "email", name: "T", to: ["ada@example.com"] });
  const rule = async (input: object) =>
    (await createRule(ctx, { ...input, channelId } as CreateRuleInput)).id;
  return { ctx, slug, channelId, rule, at: timeline() };
}

const subjects = async (ctx: ServiceContext, rule?: string) =>
  (await mailsOf(ctx, rule)).map(({ subject }) => subject);

describe("10,000 failures in a minute", () => {
  test("lead to a handful of messages, whatever the rule", async () => {
    const { ctx, slug, rule, at } = await openTeam();
    const rules = {
      first: await rule({ kind: "first_failure" }),
      each: await rule({ kind: "every_n", config: { every: 1 } }),
      digest: await rule({ kind: "digest", config: { each: "PT10M" } }),
      rate: await rule({ kind: "error_rate", config: { percent: 10, within: "PT15M", atLeast: 10 } }),
      recovered: await rule({ kind: "recovered" }),
    };
    const recipe = await failingRecipe(ctx);
    // As a worker meets them: a look every few seconds while they fail.
    for (let tenth = 0; tenth < 10; tenth += 1) {
      await recipe.end({ at: at(tenth / 10), count: 1000, causes: 40 });
      await tellAt(at(tenth / 10 + 0.099));
    }
    for (const minute of [2, 5, 8, 11, 12, 25, 40]) await tellAt(at(minute));
    const [first, each, digest] = [rules.first, rules.each, rules.digest];
    const told = await mailsOf(ctx, first);
    expect(told.map(({ subject }) => subject.replace(/ \d+ times/, ""))).toEqual([
      ...Array(5).fill("“New customer” failed"),
      expect.stringMatching(/^35 more causes of failure, [\d,]+ runs$/),
    ]);
    const [text = ""] = told.map((mail) => mail.text);
    expect(text).toMatch(/^Step “person”: Customer\.io answered 500\.\n\n25 runs, /);
    expect(text).toContain("What to do: Run it again.");
    expect(text).toMatch(new RegExp(`/w/${slug}/inbox/[0-9a-f]{32}\n$`));
    expect(await subjects(ctx, each)).toEqual([
      "“New customer” failed 1,000 times",
      "“New customer” failed 9,000 times",
    ]);
    expect(await subjects(ctx, digest)).toEqual(["10,000 runs failed, with 40 causes"]);
    expect(await subjects(ctx, rules.rate)).toEqual([
      "100 % of the runs fail",
      "The runs fail no more than usual",
    ]);
    expect(await subjects(ctx, rules.recovered)).toEqual([]);
  });

  test("are found by an index", async () => {
    const { ctx } = await openTeam();
    const recipe = await failingRecipe(ctx);
    const yesterday = new Date(Date.now() - 86_400_000);
    await recipe.end({ at: yesterday, count: 10_000, status: "succeeded" });
    await recipe.end({ at: yesterday, count: 1_000 });
    await recipe.end({ at: new Date(), count: 5 });
    await pool().query('ANALYZE "Run"');
    const plan = async (condition: string) => {
      const text = `EXPLAIN SELECT 1 FROM "Run" r WHERE r."workspaceId" = $1 AND ${condition} AND r."finishedAt" > now() - interval '1 minute' AND r."finishedAt" <= now()`;
      return JSON.stringify((await pool().query(text, [ctx.workspaceId])).rows);
    };
    expect(await plan(`r."failureKey" IS NOT NULL`)).toContain("Run_failed_idx");
    expect(await plan(`r."mode" = 'live' AND r."status" = 'succeeded'`)).toContain("Run_ended_idx");
  });
});

describe("first failure", () => {
  test("tells a cause once, and again only after the recipe had worked", async () => {
    const { ctx, rule, at } = await openTeam();
    await rule({ kind: "first_failure" });
    const recipe = await failingRecipe(ctx);
    await recipe.end({ at: at(0) });
    await tellAt(at(0.2));
    await recipe.end({ at: at(30) });
    await tellAt(at(30.2));
    expect(await subjects(ctx)).toEqual(["“New customer” failed"]);
    // It works, fails soon after (no recovery), and then fails after it has worked for long.
    await recipe.end({ at: at(31), status: "succeeded" });
    await recipe.end({ at: at(32) });
    await tellAt(at(32.2));
    await recipe.end({ at: at(50), status: "succeeded" });
    expect(await subjects(ctx)).toHaveLength(1);
    await recipe.end({ at: at(70), count: 3 });
    await tellAt(at(70.2));
    expect(await subjects(ctx)).toEqual(["“New customer” failed", "“New customer” failed 3 times"]);
  });

  test("waits an hour with a cause that comes and goes, and then tells how often it came", async () => {
    const { ctx, rule, at } = await openTeam();
    await rule({ kind: "first_failure" });
    const recipe = await failingRecipe(ctx);
    for (const minute of [0, 15, 30, 45]) {
      await recipe.end({ at: at(minute) });
      await recipe.end({ at: at(minute + 5), status: "succeeded" });
      await tellAt(at(minute + 6));
    }
    expect(await subjects(ctx)).toHaveLength(1);
    await tellAt(at(67));
    expect(await subjects(ctx)).toEqual(["“New customer” failed", "“New customer” failed 3 times"]);
  });

  test("tells a cause again that somebody had resolved, and says when an outcome is unknown", async () => {
    const { ctx, rule, at } = await openTeam();
    await rule({ kind: "first_failure" });
    const recipe = await failingRecipe(ctx);
    await recipe.end({ at: at(0), status: "outcome_unknown" });
    await tellAt(at(0.2));
    await ctx.db.run.updateMany({
      where: { workspaceId: ctx.workspaceId },
      data: { resolvedAt: new Date(), resolution: "resolved" },
    });
    await recipe.end({ at: at(11), status: "outcome_unknown" });
    await tellAt(at(11.2));
    expect(await subjects(ctx)).toEqual(Array(2).fill("“New customer”: an outcome is unknown"));
  });

  test("of one recipe says nothing of another, nor of tests", async () => {
    const { ctx, rule, at } = await openTeam();
    const [ours, other] = [await failingRecipe(ctx, "Ours"), await failingRecipe(ctx, "Other")];
    await rule({ kind: "first_failure", recipeId: ours.recipeId });
    await other.end({ at: at(0) });
    await tellAt(at(0.2));
    expect(await subjects(ctx)).toEqual([]);
    await ours.end({ at: at(1) });
    await tellAt(at(1.2));
    expect(await subjects(ctx)).toEqual(["“Ours” failed"]);
  });

  test("does not tell what failed before the rule was made, or while it was off", async () => {
    const { ctx, rule, at } = await openTeam();
    const recipe = await failingRecipe(ctx);
    await recipe.end({ at: new Date(Date.now() - 1000), cause: "old" });
    const id = await rule({ kind: "first_failure" });
    await updateRule(ctx, { id, isOn: false });
    await tellAt(at(1));
    await updateRule(ctx, { id, isOn: true });
    await tellAt(at(2));
    expect(await subjects(ctx)).toEqual([]);
  });
});

describe("every n", () => {
  test("tells after so many, and within ten minutes only how many meanwhile", async () => {
    const { ctx, rule, at } = await openTeam();
    await rule({ kind: "every_n", config: { every: 10 } });
    const [first, second] = [await failingRecipe(ctx, "First"), await failingRecipe(ctx, "Second")];
    await first.end({ at: at(0), count: 9 });
    await tellAt(at(0.2));
    expect(await subjects(ctx)).toEqual([]);
    await second.end({ at: at(1) });
    await tellAt(at(1.2));
    await first.end({ at: at(2), count: 25 });
    await tellAt(at(2.2));
    expect(await subjects(ctx)).toEqual(["10 runs failed"]);
    await tellAt(at(12));
    expect(await subjects(ctx)).toEqual(["10 runs failed", "“First” failed 25 times"]);
    expect((await mailsOf(ctx))[0]?.text).toMatch(/• First, 9 times\.[\s\S]*• Second, once\./);
  });
});

describe("a digest", () => {
  test("comes at its times, and not when nothing failed", async () => {
    const { ctx, rule, at } = await openTeam();
    await rule({ kind: "digest", config: { each: "PT1H" } });
    const recipe = await failingRecipe(ctx);
    await tellAt(at(0));
    await recipe.end({ at: at(5), count: 3 });
    await tellAt(at(30));
    expect(await subjects(ctx)).toEqual([]);
    await tellAt(at(61));
    await tellAt(at(125));
    expect(await subjects(ctx)).toEqual(["3 runs failed, with 1 cause"]);
    await recipe.end({ at: at(130), count: 2 });
    await tellAt(at(185));
    expect(await subjects(ctx)).toEqual(["3 runs failed, with 1 cause", "2 runs failed, with 1 cause"]);
  });
});

describe("an error rate", () => {
  test("is told when it is too high, and when that is over, with a rest between", async () => {
    const { ctx, rule, at } = await openTeam();
    const recipe = await failingRecipe(ctx);
    await rule({
      kind: "error_rate",
      recipeId: recipe.recipeId,
      config: { percent: 20, within: "PT15M", atLeast: 10 },
    });
    await recipe.end({ at: at(0), count: 2 });
    await tellAt(at(0.2));
    // Two of two are too few to say anything.
    expect(await subjects(ctx)).toEqual([]);
    await recipe.end({ at: at(1), count: 8, status: "succeeded" });
    await recipe.end({ at: at(2) });
    await tellAt(at(2.2));
    expect(await subjects(ctx)).toEqual(["27 % of the runs of “New customer” fail"]);
    await recipe.end({ at: at(3), count: 200, status: "succeeded" });
    await tellAt(at(3.2));
    expect(await subjects(ctx)).toHaveLength(1);
    await tellAt(at(18));
    await recipe.end({ at: at(18.2), count: 200 });
    await tellAt(at(19));
    expect(await subjects(ctx)).toEqual([
      "27 % of the runs of “New customer” fail",
      "The runs of “New customer” fail no more than usual",
    ]);
    expect((await mailsOf(ctx))[1]?.text).toContain("It was 27 % at worst");
  });
});

describe("recovered", () => {
  test("is told once, after a failure that was told", async () => {
    const { ctx, rule, at } = await openTeam();
    const recovered = await rule({ kind: "recovered" });
    const recipe = await failingRecipe(ctx);
    await recipe.end({ at: at(0), count: 2 });
    await tellAt(at(0.2));
    await recipe.end({ at: at(1), status: "succeeded" });
    await tellAt(at(12));
    // Nobody was told of that failure.
    expect(await subjects(ctx)).toEqual([]);
    await rule({ kind: "first_failure" });
    await recipe.end({ at: at(20), count: 2 });
    await tellAt(at(20.2));
    await recipe.end({ at: at(21), count: 7, status: "succeeded" });
    await tellAt(at(25));
    expect(await subjects(ctx, recovered)).toEqual([]);
    await tellAt(at(31));
    await tellAt(at(33));
    expect(await subjects(ctx, recovered)).toEqual(["“New customer” works again"]);
    expect((await mailsOf(ctx, recovered))[0]?.text).toContain("It succeeded 7 times");
  });
});

describe("a connection", () => {
  test("is told once when it is held and once when it is back, with the runs that waited", async () => {
    const { ctx, rule, at } = await openTeam();
    await rule({ kind: "connection" });
    const { workspaceId, db } = ctx;
    const data = { workspaceId, app: "stripe", name: "Shop", status: "connected" } as const;
    const { id } = await db.connection.create({ data });
    const set = (heldSince: Date | null) =>
      db.connection.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: {
          heldSince,
          status: heldSince ? "failing" : "connected",
          statusDetail: heldSince ? "Stripe refuses the key." : null,
        },
      });
    await tellAt(at(0));
    await set(at(1));
    await tellAt(at(1));
    const recipe = await failingRecipe(ctx);
    await recipe.end({ at: at(0), count: 3, status: "succeeded" });
    await db.run.updateMany({
      where: { workspaceId },
      data: { status: "held", waitingOn: id, waitingFor: "connection", finishedAt: null },
    });
    await tellAt(at(2));
    await tellAt(at(3));
    expect(await subjects(ctx)).toEqual(["The connection “Shop” does not work"]);
    await set(null);
    await tellAt(at(4));
    // It comes and goes: no word for ten minutes.
    await set(at(5));
    await tellAt(at(5));
    await tellAt(at(6));
    const mails = await mailsOf(ctx);
    expect(mails.map(({ subject }) => subject)).toEqual([
      "The connection “Shop” does not work",
      "The connection “Shop” works again",
    ]);
    expect(mails[0]?.text).toMatch(/^Stripe refuses the key\.[\s\S]*nothing is lost/);
    expect(mails[1]?.text).toContain("3 runs that were held go on");
    await tellAt(at(12));
    expect(await subjects(ctx)).toHaveLength(3);
  });
});

describe("a worker", () => {
  test("that dies between sending and noting it sends the same message again, with the same key", async () => {
    const { ctx, rule, at } = await openTeam();
    const id = await rule({ kind: "first_failure" });
    const recipe = await failingRecipe(ctx);
    await recipe.end({ at: at(0) });
    // The mail is out; what would note that does not come through.
    await pool().query(
      `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed'; END $$`,
    );
    await pool().query(
      `CREATE TRIGGER die BEFORE UPDATE ON "NotificationRule" FOR EACH ROW
       WHEN (NEW."lastToldAt" IS DISTINCT FROM OLD."lastToldAt") EXECUTE FUNCTION die()`,
    );
    await tellAt(at(0.2));
    await pool().query(`DROP TRIGGER die ON "NotificationRule"`);
    const rowOf = () =>
      ctx.db.notificationRule.findUniqueOrThrow({
        where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
      });
    expect(await subjects(ctx)).toEqual(["“New customer” failed"]);
    expect(await rowOf()).toMatchObject({ lastToldAt: null, state: { outbox: [{}] } });
    await recipe.end({ at: at(0.3) });
    // Its claim has run out.
    await tellAt(at(3));
    expect(await subjects(ctx)).toEqual(["“New customer” failed"]);
    expect(await rowOf()).toMatchObject({ lastToldAt: expect.any(Date), state: { outbox: [] } });
  });

  test("and others together tell everything once", async () => {
    const { ctx, rule, at } = await openTeam();
    for (let n = 0; n < 3; n += 1) await rule({ kind: "every_n", config: { every: 1 } });
    const recipe = await failingRecipe(ctx);
    await recipe.end({ at: at(0), count: 4 });
    await Promise.all(Array.from({ length: 6 }, () => tellDueRules(at(0.2))));
    await tellAt(at(0.3));
    expect(await subjects(ctx)).toEqual(Array(3).fill("“New customer” failed 4 times"));
  });

  test("whose channel takes nothing shows why, tries later, and tells the others meanwhile", async () => {
    const { ctx, rule, at } = await openTeam();
    const broken = { kind: "webhook", name: "W", url: "http://127.0.0.1:9/hook" } as const;
    const { id: webhook } = await createChannel(ctx, broken);
    const [stuck, fine] = [
      (await createRule(ctx, { kind: "first_failure", channelId: webhook })).id,
      await rule({ kind: "first_failure" }),
    ];
    const recipe = await failingRecipe(ctx);
    await recipe.end({ at: at(0) });
    await tellAt(at(0.2));
    expect(await subjects(ctx, fine)).toHaveLength(1);
    const problemOf = async () => (await listRules(ctx)).find(({ id }) => id === stuck);
    expect(await problemOf()).toMatchObject({
      problem: expect.stringMatching(/could not be reached\.$/),
      lastToldAt: null,
    });
    expect(await ctx.db.notificationRule.findFirst({ where: { id: stuck } })).toMatchObject({ failures: 1 });
    // Once it leads somewhere, what was not told goes out.
    const posted: string[] = [];
    const server = (await import("node:http")).createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      posted.push(body);
      response.end("ok");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as import("node:net").AddressInfo;
    await updateChannel(ctx, { id: webhook, url: `http://127.0.0.1:${port}/hook` });
    await tellAt(at(0.3));
    expect(posted.map((body) => JSON.parse(body))).toMatchObject([
      {
        type: "notification",
        kind: "first_failure",
        title: "“New customer” failed",
        failure: { status: "failed", error_code: "http_500", event_type: "customer.created" },
        recipe: { id: recipe.recipeId, name: "New customer" },
      },
    ]);
    expect(await problemOf()).toMatchObject({ problem: null, lastToldAt: expect.any(String) });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
