import { RetryLater } from "~/server/engine/durable";
import { recordStep, type StepRecord } from "~/server/engine/journal";
import { POLICY } from "~/server/engine/limits";
import type { RunOutcome, Scope, Walk } from "~/server/engine/walk";
import type { LoopStep } from "~/server/recipes/definition";
import { lengthLeft } from "~/server/recipes/json-length";
import { toList } from "~/server/recipes/operands";
import { resolve } from "~/server/recipes/values";
import type { ErrorView } from "~/server/services/run/schemas";
import { templateError } from "./fill-in";

const refused = (code: string, message: string): { error: ErrorView } => ({
  error: { code, message, remedy: "Mend this step and publish again, then run this again." },
});

interface Tally {
  count: number;
  succeeded: number;
  filtered: number;
  failed: number;
}

/**
 * Does the loop's steps for each item, so many at once as it says. Every item's steps have journal rows of their own,
 * `each[3].mail`, so a loop that was cut off goes on where it stood. Throws `RetryLater` when an item waits.
 */
export async function executeLoop(at: Walk, step: LoopStep, path: string): Promise<RunOutcome | null> {
  const position = at.nextPosition();
  const before = at.run.journal.get(path);
  if (before?.status === "failed" && before.error) return { status: "failed", error: before.error };
  const startedAt = before ? new Date(before.startedAt) : new Date();
  const note = (record: Noted) =>
    at.durable.step(record.status === "running" ? `${path} begins` : path, () =>
      noteOnce(at, { path, position, kind: "loop", startedAt, ...record }),
    );
  const fail = async (error: ErrorView): Promise<RunOutcome> => {
    await note({ status: "failed", error });
    return { status: "failed", error };
  };
  const list = itemsOf(step, at);
  if ("error" in list) return fail(list.error);
  const { items } = list;
  await note({ status: "running", input: { count: items.length } });
  const results: Results = { values: [], room: POLICY.largestInput };
  const tally: Tally = { count: items.length, succeeded: 0, filtered: 0, failed: 0 };
  const wasBegun = (index: number) => at.run.journal.has(`${path}[${index}].${step.steps[0]?.id}`);
  const end = await eachItem(items.length, step.concurrency, wasBegun, (index) =>
    doItem(at, step, path, items, index, tally, results),
  );
  const output = {
    ...tally,
    ...(step.collect === undefined ? {} : { items: Object.values(results.values) }),
  };
  if (end?.status === "failed" && end.error && !end.stopped) return fail(end.error);
  if (JSON.stringify(output).length > POLICY.largestInput) return fail(TOO_LARGE);
  at.scope.steps[step.id] = { output };
  await note({ status: end?.status === "outcome_unknown" ? "outcome_unknown" : "succeeded", output });
  return end;
}

type Noted = Pick<StepRecord, "status" | "input" | "output" | "error">;

/** A state that the journal has already is not written again. True, because engines remember what a step returned. */
async function noteOnce({ run }: Walk, record: StepRecord): Promise<true> {
  const known = run.journal.get(record.path)?.status;
  const isKnown = record.status === "running" ? known !== undefined : known === record.status;
  if (!isKnown) await recordStep(run, record);
  return true;
}

const TOO_LARGE = refused("output_too_large", "What the loop collected comes to more than 1 MB.").error;

/** What each item yielded, and how much more of it there may be. */
interface Results {
  values: unknown[];
  room: number;
}

const TOO_MUCH = refused(
  "run_too_large",
  "What this run's steps sent and got comes to more than 64 MB. No further item was begun.",
).error;

function itemsOf(
  { over, limit }: LoopStep,
  { scope, counts }: Walk,
): { items: unknown[] } | { error: ErrorView } {
  try {
    const { value } = resolve(over, scope);
    if (value === undefined || value === null || value === "") return { items: [] };
    const items = toList(value);
    if (items === null) return refused("not_a_list", "What this loop goes over is no list.");
    if (items.length > limit)
      return refused(
        "too_many_items",
        `The list has ${items.length} items, and this loop takes ${limit} at most.`,
      );
    if (counts.items + items.length > POLICY.mostItems)
      return refused(
        "too_many_items",
        `With the ${items.length} items of this list, the loops of this run come to more than ${POLICY.mostItems} items in all.`,
      );
    counts.items += items.length;
    return { items };
  } catch (error) {
    return { error: templateError(error) };
  }
}

/** One item, in a scope of its own. Null when the loop goes on. */
async function doItem(
  at: Walk,
  step: LoopStep,
  path: string,
  items: readonly unknown[],
  index: number,
  tally: Tally,
  results: Results,
): Promise<RunOutcome | null> {
  // An item may have no step that waits for anything: other runs and visitors get their turn in between.
  await new Promise((next) => setImmediate(next));
  if (at.run.journalLength > POLICY.largestJournal) return { status: "failed", error: TOO_MUCH };
  const loop = { item: items[index], index, number: index + 1, count: items.length, parent: at.scope.loop };
  const scope: Scope = { ...at.scope, steps: { ...at.scope.steps }, loop };
  const place = `${path}[${index}]`;
  let end = await at.go(step.steps, `${place}.`, scope);
  if (end?.stopped || end?.status === "outcome_unknown" || end?.status === "canceled") return end;
  if (end?.status === "failed" && step.onError === "fail") return end;
  if (end?.status === "failed") tally.failed += 1;
  else tally[end ? "filtered" : "succeeded"] += 1;
  if (end?.status === "failed" && typeof step.onError === "object")
    end = await at.go(step.onError.goto, `${place}.fallback.`, scope);
  else if (end?.status === "failed") return null;
  if (end && (end.stopped || end.status !== "filtered")) return end;
  if (end || step.collect === undefined) return null;
  results.values[index] = collected(step.collect, scope);
  results.room = lengthLeft(results.values[index], results.room);
  return results.room < 0 ? { status: "failed", error: TOO_LARGE } : null;
}

/** A result that cannot be written is no reason to do the item again. */
function collected(collect: unknown, scope: Scope): unknown {
  try {
    return resolve(collect, scope).value ?? null;
  } catch {
    return null;
  }
}

/**
 * Does the items in order, `atOnce` of them under way. One that ends the run lets those under way finish, also those that
 * an earlier execution left under way, and no other begins; items that wait keep their places, and when no place is left
 * the earliest wait is thrown.
 */
async function eachItem(
  count: number,
  atOnce: number,
  wasBegun: (index: number) => boolean,
  doOne: (index: number) => Promise<RunOutcome | null>,
): Promise<RunOutcome | null> {
  const indices = Array.from({ length: count }, (_, index) => index);
  const ends: { index: number; end: RunOutcome }[] = [];
  const waits: RetryLater[] = [];
  const faults: unknown[] = [];
  const work = async (some: number[], goesOn: () => boolean) => {
    // All places take from the same line.
    const line = some.values();
    const place = async () => {
      for (const index of line) {
        if (!goesOn()) return;
        try {
          const end = await doOne(index);
          if (end) ends.push({ index, end });
        } catch (error) {
          if (error instanceof RetryLater) waits.push(error);
          else faults.push(error);
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce - waits.length, some.length) }, place));
  };
  const isBegun = indices.map(wasBegun);
  await work(
    indices.filter((index) => isBegun[index]),
    () => faults.length === 0,
  );
  await work(
    indices.filter((index) => !isBegun[index]),
    () => faults.length === 0 && ends.length === 0,
  );
  if (faults.length > 0) throw faults[0];
  if (ends.length > 0) return gravest(ends);
  const [earliest] = waits.sort((a, b) => a.at.getTime() - b.at.getTime());
  if (earliest) throw earliest;
  return null;
}

/** What may have reached somebody must not hide behind another end; else the first item's, whichever came first. */
function gravest(ends: { index: number; end: RunOutcome }[]): RunOutcome | null {
  const [first] = ends.sort((a, b) => a.index - b.index);
  return (ends.find(({ end }) => end.status === "outcome_unknown") ?? first)?.end ?? null;
}
