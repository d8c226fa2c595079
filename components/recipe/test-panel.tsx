"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { useEditor } from "./editor-context";
import { EventChooser } from "./event-chooser";
import { TestResult } from "./test-result";
import type { SampleEvent } from "./use-sample-events";

interface TestPanelProps {
  recipeId: string;
  /** Saves the draft first; false when that failed. */
  flush: () => Promise<boolean>;
}

/** Runs the draft with the chosen event and shows every request and answer. */
export function TestPanel({ recipeId, flush }: TestPanelProps) {
  const { workspace, samples } = useEditor();
  const [dryRun, setDryRun] = useState(true);
  const test = useAction(trpc.recipe.test.mutate, { toastError: false, refresh: false });
  const [result, setResult] = useState<Awaited<ReturnType<typeof test.run>>>();
  const { current } = samples;
  async function start() {
    setResult(undefined);
    if (!current || !(await flush())) return;
    setResult(await test.run({ workspace, id: recipeId, dryRun, ...chosenEvent(current) }));
  }
  return (
    <div className="flex flex-col gap-4">
      <EventChooser />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 text-sm font-medium">How</legend>
        <ModeChoice
          checked={dryRun}
          onChoose={() => setDryRun(true)}
          label="Dry run"
          detail="Shows every request, sends none."
        />
        <ModeChoice
          checked={!dryRun}
          onChoose={() => setDryRun(false)}
          label="For real"
          detail="Sends the requests to the connected accounts."
        />
      </fieldset>
      <Button
        variant="primary"
        pending={test.pending}
        disabled={!current}
        onClick={start}
        className="self-start"
      >
        <Play aria-hidden />
        {dryRun ? "Run the test" : "Run for real"}
      </Button>
      {test.error ? <Alert tone="danger" title={test.error.message} /> : null}
      <div aria-live="polite">{result ? <TestResult run={result} /> : null}</div>
    </div>
  );
}

function chosenEvent(current: SampleEvent): { eventId: string } | { event: Record<string, unknown> } {
  return current.eventId ? { eventId: current.eventId } : { event: current.payload };
}

interface ModeChoiceProps {
  checked: boolean;
  onChoose: () => void;
  label: string;
  detail: string;
}

function ModeChoice({ checked, onChoose, label, detail }: ModeChoiceProps) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="radio"
        name="test-mode"
        checked={checked}
        onChange={onChoose}
        className="mt-1 accent-accent"
      />
      <span>
        <span className="font-medium">{label}</span>
        <span className="block text-xs text-faint">{detail}</span>
      </span>
    </label>
  );
}
