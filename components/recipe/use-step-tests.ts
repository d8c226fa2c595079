"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { Definition, Step } from "~/server/recipes/definition";
import { allSteps } from "~/server/recipes/step-tree";
import type { RunView } from "~/server/services/run/schemas";
import type { Pins } from "./pinned-outputs";

/** What the tests of this visit found out about the steps. */
export interface StepTests {
  /** Outputs that a person, or a real test, has fixed for tests of later steps. */
  pins: Pins;
  setPins: (pins: Pins) => void;
  record: (run: RunView) => void;
  /** How the step fared, as long as it has not been changed since. */
  resultOf: (step: Step) => "untested" | "ok" | "failed";
}

type Results = ReadonlyMap<string, { step: Step; ok: boolean }>;

export function useStepTests(definition: Definition): StepTests {
  const [pins, setPins] = useState<Pins>({});
  const [results, setResults] = useState<Results>(new Map());
  const latest = useRef(definition);
  latest.current = definition;
  const record = useCallback((run: RunView) => {
    const steps = new Map(allSteps(latest.current.steps).map(({ step }) => [step.id, step]));
    setResults((before) => {
      const next = new Map(before);
      for (const { path, status } of run.steps) {
        const step = steps.get(path.split(".").at(-1) ?? path);
        if (step && status !== "skipped") next.set(step.id, { step, ok: status !== "failed" });
      }
      return next;
    });
    // Samples that a dry run stands on are no outputs worth keeping.
    if (!run.dryRun) setPins((before) => ({ ...before, ...outputsOf(run) }));
  }, []);
  const resultOf = useCallback(
    (step: Step) => {
      const result = results.get(step.id);
      // An edit makes a new object of the step and of those around it.
      if (result?.step !== step) return "untested";
      return result.ok ? "ok" : "failed";
    },
    [results],
  );
  return useMemo(() => ({ pins, setPins, record, resultOf }), [pins, record, resultOf]);
}

/** What the steps of a real test yielded, by step id; of a loop's steps, the last item's. */
function outputsOf(run: RunView): Pins {
  const done = run.steps.filter(({ status }) => status === "succeeded");
  return Object.fromEntries(done.map(({ path, output }) => [path.split(".").at(-1) ?? path, output]));
}
