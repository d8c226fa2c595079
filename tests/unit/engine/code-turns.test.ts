import { describe, expect, test } from "vitest";
import { SandboxPool } from "~/server/engine/code/pool";
import { runCode } from "~/server/engine/code/run-code";
import { Turns } from "~/server/engine/code/turns";
import { RetryLater } from "~/server/engine/durable";

const NOW = 1_000_000;

/** When a run is sent away to; null when it may come in. */
function sentTo(turns: Turns, workspace: string, run: string): number | null {
  try {
    turns.enter(workspace, run);
    return null;
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
    expect(error.costsAttempt).toBe(false);
    return error.at.getTime() - NOW;
  }
}

describe("a workspace's places", () => {
  test("two runs may wait here; each further one is sent to a time of its own", () => {
    const turns = new Turns(() => NOW);
    expect([1, 2, 3, 4, 5].map((n) => sentTo(turns, "a", `${n}`))).toEqual([null, null, 150, 300, 450]);
    expect(sentTo(turns, "b", "1")).toBeNull();
  });

  test("a run that is in may do more, as a loop does; a test always may", () => {
    const turns = new Turns(() => NOW);
    expect(["1", "2", "1", "2", "3"].map((run) => sentTo(turns, "a", run))).toEqual([
      null,
      null,
      null,
      null,
      150,
    ]);
    const leave = turns.insist("a", "test");
    leave();
    expect(sentTo(turns, "a", "3")).toBe(300);
  });

  test("a place that is given back is free again", () => {
    const turns = new Turns(() => NOW);
    const leave = turns.enter("a", "1");
    turns.enter("a", "2");
    leave();
    expect(sentTo(turns, "a", "3")).toBeNull();
  });

  test("quick code gets more places and closer times, slow code at once fewer and later ones", () => {
    const turns = new Turns(() => NOW);
    turns.enter("a", "0")();
    for (let times = 0; times < 30; times += 1) turns.learn("a", 5);
    expect([1, 2, 3, 4, 5, 6].map((n) => sentTo(turns, "a", `${n}`))).toEqual([
      null,
      null,
      null,
      null,
      20,
      40,
    ]);
    turns.learn("a", 1_000);
    expect(sentTo(turns, "a", "7")).toBe(1_040);
  });

  test("however many are sent away, none waits longer than five minutes", () => {
    const turns = new Turns(() => NOW);
    turns.enter("a", "0");
    turns.learn("a", 1_000);
    const waits = Array.from({ length: 1_000 }, (_, n) => sentTo(turns, "a", `${n + 1}`) ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
    expect(new Set(waits).size).toBeGreaterThan(900);
  });
});

describe("the threads", () => {
  test("one workspace after the other, not who came first", async () => {
    const pool = new SandboxPool();
    const ended: string[] = [];
    const job = {
      source: "",
      input: "{}",
      now: 0,
      seed: 1,
      cpuMs: 30,
      memory: 2 ** 24,
      outputSize: 100,
      logLines: 1,
      logSize: 1,
    };
    const add = (owner: string, source: string) =>
      pool.execute(owner, { ...job, source }, 5_000).then(() => ended.push(owner));
    const hog = Array.from({ length: 6 }, () => add("hog", "for (;;);"));
    await Promise.all([add("quick", ""), add("other", "")]);
    expect(ended.filter((owner) => owner === "hog").length).toBeLessThan(6);
    await Promise.all(hog);
    expect(ended.length).toBe(8);
  });

  test("a workspace that has too much waiting is told so", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 110 }, () => runCode({ source: "return 1", input: {}, owner: "flood" })),
    );
    const busy = all.filter(({ status }) => status === "rejected");
    expect(busy.length).toBe(9);
    expect(busy[0]).toMatchObject({ reason: { kind: "busy" } });
  });
});
