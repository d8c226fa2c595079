"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import { ComparisonView } from "~/components/run/comparison-view";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { RunView } from "~/server/services/run/schemas";
import { useEditor } from "./editor-context";
import { EventChooser } from "./event-chooser";
import { PinnedOutputs } from "./pinned-outputs";
import { TestMode } from "./test-mode";
import { TestResult } from "./test-result";
import { TestTargetSelect } from "./test-target";
import type { SampleEvent } from "./use-sample-events";

interface TestPanelProps {
  recipeId: string;
  /** Saves the draft first; false when that failed. */
  flush: () => Promise<boolean>;
}

type Compared = Awaited<ReturnType<typeof trpc.recipe.compare.mutate>>;

/** Tries the draft, or one step of it, with the chosen event, or compares it with what is published. */
export function TestPanel({ recipeId, flush }: TestPanelProps) {
  const { workspace, samples, state, problems, reveal, tested: target, test: choose, tests } = useEditor();
  const [dryRun, setDryRun] = useState(true);
  const { pins, setPins } = tests;
  const [result, setResult] = useState<RunView>();
  const [compared, setCompared] = useState<Compared>();
  const test = useAction(trpc.recipe.test.mutate, { toastError: false, refresh: false });
  const compare = useAction(trpc.recipe.compare.mutate, { toastError: false, refresh: false });
  const { current } = samples;
  async function start() {
    setResult(undefined);
    setCompared(undefined);
    if (!current || !(await flush())) return;
    const chosen = { workspace, id: recipeId, ...chosenEvent(current) };
    if (target.what === "compare")
      return setCompared(await compare.run({ ...chosen, from: state.version ?? "draft", to: "draft" }));
    const alone = target.what === "step" ? { step: target.step, pinned: pins } : {};
    const run = await test.run({ ...chosen, dryRun, ...alone });
    setResult(run);
    if (run) tests.record(run);
  }
  const failure = test.error ?? compare.error;
  return (
    <div className="flex flex-col gap-4">
      <EventChooser />
      <TestTargetSelect target={target} onChoose={choose} />
      {target.what === "step" ? (
        <PinnedOutputs key={target.step} step={target.step} pins={pins} onChange={setPins} />
      ) : null}
      {target.what === "compare" ? null : <TestMode dryRun={dryRun} onChoose={setDryRun} />}
      <Button
        variant="primary"
        pending={test.pending || compare.pending}
        disabled={!current}
        onClick={start}
        className="self-start"
      >
        <Play aria-hidden />
        {target.what === "compare" ? "Compare" : dryRun ? "Run the test" : "Run for real"}
      </Button>
      {failure ? (
        <Alert tone="danger" title={failure.message}>
          {failure.code === "recipe_invalid" && problems.length > 0 ? (
            <Button size="sm" className="mt-1.5" onClick={() => reveal("problems")}>
              Show what to fix
            </Button>
          ) : null}
        </Alert>
      ) : null}
      <div aria-live="polite">
        {result ? <TestResult run={result} /> : null}
        {compared ? <CompareResult compared={compared} /> : null}
      </div>
    </div>
  );
}

function chosenEvent(current: SampleEvent): { eventId: string } | { event: Record<string, unknown> } {
  return current.eventId ? { eventId: current.eventId } : { event: current.payload };
}

function CompareResult({ compared: { from, to, steps } }: { compared: Compared }) {
  const differing = steps.filter(({ change }) => change !== "same").length;
  const name = (version: number | "draft") => (version === "draft" ? "Draft" : `Version ${version}`);
  return (
    <section aria-labelledby="compared" className="flex flex-col gap-3 border-t pt-4">
      <h2 id="compared" className="text-sm font-semibold">
        {differing === 0 ? "Both send the same" : `${differing} of ${steps.length} steps differ`}
      </h2>
      <p className="text-sm text-muted">Nothing was sent. Both were tried with the same event.</p>
      <ComparisonView steps={steps} names={{ before: name(from.version), after: name(to.version) }} />
    </section>
  );
}
