import { type Asked, type Verdict, verdictOf } from "~/server/engine/lineage/verdict";
import type { CallingStep, Step } from "~/server/recipes/definition";
import { stepWords } from "~/server/recipes/diff/words";
import { effectOfStep } from "~/server/recipes/step-effect";
import { listsAhead } from "./lists-ahead";
import type { OldStep } from "./old-step";
import type { Plan } from "./plan";
import type { PreviewStep } from "./schemas";
import { keptWords, runWords, shortId } from "./words";

type Known = Pick<Asked, "workspaceId" | "runId" | "rootRunId" | "lineage">;

/** How a list of steps goes on: on, with the next item of its loop, or not at all. */
type End = "goes_on" | "next_item" | "run_ends";

/** Steps of a loop's items that are named one by one. */
const MOST = 200;

/**
 * What a rerun will do, step by step in its order, as far as that can be told before: what is only done on one way says so.
 * Items of a loop that are done are only counted.
 */
export function forecast(plan: Plan, known: Known): PreviewStep[] {
  const rows = new Map(plan.steps.map((step) => [step.path, step]));
  const told: PreviewStep[] = [];
  const tell = (step: Step, path: string, will: PreviewStep["will"], reason: string) => {
    const effect = effectOfStep(step, undefined);
    const title = step.name?.trim() || upperFirst(stepWords(step));
    told.push({ path, title, kind: step.kind, effect, will, reason });
  };

  function list(steps: readonly Step[], prefix: string, when: string): End {
    for (const step of steps) {
      const end = one(step, `${prefix}${step.id}`, when);
      if (end !== "goes_on") return end;
    }
    return "goes_on";
  }

  function one(step: Step, path: string, when: string): End {
    const old = rows.get(path);
    const kept = plan.kept.has(path) ? old : undefined;
    if (step.kind === "loop") return loop(step, path, when, old);
    if (kept) {
      tell(step, path, "reuse", keptWords(kept));
      if (kept.status === "filtered") return "next_item";
    } else if ("onError" in step) {
      if (call(step, path, when, old) === "undecided") return "run_ends";
    } else tell(step, path, "run", `${when}${runWords(step, old)}`);
    if (step.kind === "stop") return "run_ends";
    const ahead = listsAhead(step, kept);
    const ends = ahead.map(({ steps, name, when: on }) => list(steps, `${path}.${name}.`, on || when));
    return ahead.length === 1 && ends[0] ? ends[0] : "goes_on";
  }

  function call(step: CallingStep, path: string, when: string, old: OldStep | undefined): Verdict["will"] {
    const verdict = verdictOf({ ...known, repeats: plan.repeats, step, path, attempts: [] });
    if (verdict.will === "already_done") {
      const { reusedFrom, runId } = verdict.done;
      tell(
        step,
        path,
        "already_done",
        `${when}Done in run ${shortId(reusedFrom ?? runId)}, and not done again.`,
      );
    } else if (verdict.will === "undecided") tell(step, path, "undecided", `${when}${verdict.error.message}`);
    else if (verdict.isRepeat)
      tell(step, path, "repeat", `${when}It was done before, and is done once more.`);
    else tell(step, path, "run", `${when}${runWords(step, old)}`);
    return verdict.will;
  }

  function loop(step: Extract<Step, { kind: "loop" }>, path: string, when: string, old?: OldStep): End {
    const count = old?.count ?? null;
    const at = told.length;
    if (count === null) {
      tell(step, path, "run", `${when}For each item of its list:`);
      list(step.steps, `${path}[].`, "For each item: ");
      return "goes_on";
    }
    const isBegun = (index: number) => plan.kept.has(`${path}[${index}].${step.steps[0]?.id}`);
    const items = Array.from({ length: count }, (_, index) => index);
    let [done, left, end]: [number, number, End] = [0, 0, "goes_on"];
    // As the engine does: those that were begun first, and no other after one that ends the run.
    for (const index of [...items.filter(isBegun), ...items.filter((one) => !isBegun(one))]) {
      // Side by side, others may have begun when one ends the run.
      if (end === "run_ends" && !isBegun(index) && step.concurrency === 1) break;
      const before = told.length;
      if (list(step.steps, `${path}[${index}].`, when) === "run_ends") end = "run_ends";
      const isDone = told.slice(before).every(({ will }) => will === "reuse");
      if (isDone) done += 1;
      else if (before - at > MOST) left += 1;
      if (isDone || before - at > MOST) told.length = before;
    }
    const words = [`${count} items`, done ? `${done} are done` : "", left ? `${left} more like these` : ""];
    const inner = told.splice(at);
    tell(step, path, plan.kept.has(path) ? "reuse" : "run", `${when}${words.filter(Boolean).join(", ")}.`);
    told.push(...inner);
    return end;
  }

  list(plan.after?.steps ?? [], "", "");
  return told;
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
