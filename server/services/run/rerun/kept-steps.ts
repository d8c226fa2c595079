import type { Definition, Step } from "~/server/recipes/definition";
import { mapInnerLists } from "~/server/recipes/step-tree";
import { isDone, type OldStep } from "./old-step";
import { levelsOf, type Places, placesOf, templateOf } from "./places";

interface Kept {
  /** Of the run that is run again. */
  steps: readonly OldStep[];
  /** The definition that those steps followed, and the one that the new run follows. */
  before: Definition;
  after: Definition;
  /** From this place on; null for from what failed. */
  asked: string | null;
  /** Where the run came to its end, whatever that step itself says: a look-up that found too many. */
  failedAt: string | null;
}

/**
 * Which steps a rerun takes over, by their places: those that are done and do not come after one that is done anew. In a
 * loop each item is on its own. Of another version only what is still there is taken, and decisions only if their
 * conditions are the same.
 */
export function keptSteps({ steps, before, after, asked, failedAt }: Kept): Set<string> {
  const [old, now] = [placesOf(before), before === after ? placesOf(before) : placesOf(after)];
  // What failed before the place asked for was forgiven then: the run went on to that place.
  const isGood = (step: OldStep) => isDone(step) || (asked !== null && step.status === "failed");
  const anew = new Anew(now);
  const first = asked ?? failedAt;
  for (const step of steps) if (step.path === first || !isGood(step)) anew.add(step, step.path === asked);
  const kept = steps.filter((step) => isGood(step) && isStillThere(step, old, now) && anew.spares(step));
  return new Set(kept.map(({ path }) => path));
}

const DECISIONS = new Set(["filter", "branch", "dedupe"]);

function isStillThere({ path, kind, action }: OldStep, old: Places, now: Places): boolean {
  const [was, is] = [old.get(templateOf(path))?.step, now.get(templateOf(path))?.step];
  if (!is || is.kind !== kind || ("action" in is ? is.action : null) !== action) return false;
  return !DECISIONS.has(kind) || (was !== undefined && ownText(was) === ownText(is));
}

/** A step without what stands inside it: its condition, its paths with theirs. */
const ownText = (step: Step) => JSON.stringify(mapInnerLists(step, () => []));

/** The steps that are done anew, and so what comes after them. */
class Anew {
  /** By list, the first one in it. */
  private readonly first = new Map<string, number>();
  private readonly whole = new Set<string>();
  /** They have something inside that is done anew. */
  private readonly around = new Set<string>();

  constructor(private readonly places: Places) {}

  /** A loop that failed is no reason to do all its items anew. */
  add({ path, kind }: OldStep, isAsked: boolean): void {
    if (kind !== "loop" || isAsked) this.whole.add(path);
    for (const { list, path: step, index } of levelsOf(this.places, path)) {
      this.first.set(list, Math.min(this.first.get(list) ?? index, index));
      this.around.add(step);
    }
  }

  spares({ path, kind }: OldStep): boolean {
    if (kind === "loop" && this.around.has(path)) return false;
    return levelsOf(this.places, path).every(({ list, path: step, index }) => {
      const first = this.first.get(list);
      // An item's fallback comes after all of its steps.
      const isAfterItem = list.endsWith("].fallback.") && this.first.has(list.slice(0, -"fallback.".length));
      return !isAfterItem && !this.whole.has(step) && (first === undefined || index <= first);
    });
  }
}
