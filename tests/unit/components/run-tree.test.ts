import { expect, it } from "vitest";
import { type RunNode, runTree } from "~/components/run/run-tree";
import { resultText } from "~/components/run/run-words";
import type { StepRunView } from "~/server/services/run/schemas";

const step = (path: string, status: StepRunView["status"] = "succeeded", kind = "action"): StepRunView => ({
  path,
  kind,
  status,
  input: null,
  output: null,
  attempts: [],
  startedAt: "2026-01-01T00:00:00.000Z",
  finishedAt: null,
});
const names = (nodes: readonly RunNode[]) => nodes.map(({ name }) => name);

it("puts the steps of paths, look-ups and fallbacks below theirs", () => {
  const [person, vip, last] = runTree([
    step("person", "failed"),
    step("person.fallback.note"),
    step("vip", "succeeded", "branch"),
    step("vip.big.find", "succeeded", "lookup"),
    step("vip.big.find.none.make"),
    step("last"),
  ]);
  expect(person?.lists.map(({ name, nodes }) => [name, ...names(nodes)])).toEqual([["fallback", "note"]]);
  expect(vip?.lists[0]?.nodes[0]?.lists[0]).toMatchObject({ name: "none", nodes: [{ name: "make" }] });
  expect(last?.name).toBe("last");
});

it("groups a loop's steps by item and says how each item ended", () => {
  const [each] = runTree([
    step("each", "running", "loop"),
    step("each[1].mail", "failed"),
    step("each[1].fallback.note"),
    step("each[0].mail"),
    step("each[2].gate", "filtered", "filter"),
    step("each[3].mail", "failed"),
    step("each[3].mail.fallback.note"),
    step("each[4].mail", "skipped"),
    step("each[5].inner", "running", "loop"),
    step("each[5].inner[0].tag", "waiting"),
    step("each[6].which", "succeeded", "branch"),
    step("each[6].which.a.mail", "failed"),
  ]);
  const items = each?.items ?? [];
  expect(items.map(({ index, status }) => `${index} ${status}`)).toEqual([
    "0 succeeded",
    "1 failed",
    "2 filtered",
    "3 succeeded",
    "4 succeeded",
    "5 running",
    "6 failed",
  ]);
  expect(names(items[1]?.fallback ?? [])).toEqual(["note"]);
  expect(items[5]?.nodes[0]?.items[0]).toMatchObject({
    index: 0,
    status: "waiting",
    nodes: [{ name: "tag" }],
  });
});

it("does a thousand items in a moment", () => {
  const steps = Array.from({ length: 1000 }, (_, index) => [
    step(`each[${index}].a`),
    step(`each[${index}].b`),
  ]);
  const [each] = runTree([step("each", "succeeded", "loop"), ...steps.flat()]);
  expect(each?.items).toHaveLength(1000);
  expect(names(each?.items[999]?.nodes ?? [])).toEqual(["a", "b"]);
});

it("says what a look-up, a request and a loop came to", () => {
  const say = (kind: string, output: unknown, input: unknown = null) => resultText({ kind, input, output });
  expect(say("lookup", { match: "none", count: 0 })).toBe("None was found");
  expect(say("lookup", { match: "many", count: 3 })).toBe("3 were found");
  expect(say("http", { status: 404 })).toBe("Answered 404");
  expect(say("loop", { count: 1000, failed: 2, filtered: 0 })).toBe("1,000 items · 2 failed");
  expect(say("loop", null, { count: 1 })).toBe("1 item");
  expect(say("action", { count: 1 })).toBeNull();
});
