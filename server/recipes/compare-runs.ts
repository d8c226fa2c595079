import { isDeepStrictEqual } from "node:util";

/** What a run did at one step, as far as it leaves Billhook. */
export interface ComparedRequest {
  method: string;
  url: string;
  body: unknown;
}

interface ComparedStep {
  path: string;
  status: string;
  attempts: readonly { requests: readonly ComparedRequest[] }[];
}

export interface StepComparison {
  /** The step's place in the log, `vip.big.mail`. */
  path: string;
  change: "same" | "changed" | "added" | "removed";
  /** How the step ended; null where that side has no such step. */
  before: { status: string; requests: ComparedRequest[] } | null;
  after: { status: string; requests: ComparedRequest[] } | null;
}

/** Two runs side by side, step by step in the order of the second; what only the first has comes where it was. */
export function compareRuns(
  before: readonly ComparedStep[],
  after: readonly ComparedStep[],
): StepComparison[] {
  const paths = mergedPaths(
    before.map(({ path }) => path),
    after.map(({ path }) => path),
  );
  const [first, second] = [byPath(before), byPath(after)];
  return paths.map((path) => {
    const [old, now] = [first.get(path) ?? null, second.get(path) ?? null];
    const change = !old ? "added" : !now ? "removed" : isDeepStrictEqual(old, now) ? "same" : "changed";
    return { path, change, before: old, after: now };
  });
}

function byPath(steps: readonly ComparedStep[]) {
  return new Map(
    steps.map(({ path, status, attempts }) => {
      const requests = (attempts.at(-1)?.requests ?? []).map(({ method, url, body }) => ({
        method,
        url,
        body,
      }));
      return [path, { status, requests }];
    }),
  );
}

/** The paths of both in one order: each of the first that the second lacks follows the one it followed. */
function mergedPaths(before: readonly string[], after: readonly string[]): string[] {
  const merged = [...after];
  const known = new Set(after);
  for (const [index, path] of before.entries()) {
    if (known.has(path)) continue;
    const previous = before[index - 1];
    merged.splice(previous === undefined ? 0 : merged.indexOf(previous) + 1, 0, path);
  }
  return merged;
}
