"use client";

import { useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { allSteps } from "~/server/recipes/step-tree";
import { useEditor } from "./editor-context";
import { useSampleScope } from "./use-preview-scope";

/** Outputs of earlier steps by step id, as a person fixed them for the test of one step. */
export type Pins = Record<string, unknown>;

interface PinnedOutputsProps {
  /** The step that is tested. */
  step: string;
  pins: Pins;
  onChange: (pins: Pins) => void;
}

/** What the steps before the tested one are taken to have yielded: samples, the last test's, or what is typed. */
export function PinnedOutputs({ step, pins, onChange }: PinnedOutputsProps) {
  const { state } = useEditor();
  const placed = allSteps(state.definition.steps).find((one) => one.step.id === step);
  const { scope, steps: given } = useSampleScope(placed?.pointer ?? []);
  if (given.length === 0) return null;
  return (
    <Disclosure summary={`Outputs of earlier steps (${given.length})`}>
      <p className="mb-2 text-xs text-faint">
        The steps before it do not run. What they yielded in the last test is taken, else a sample; change it
        here.
      </p>
      <div className="flex flex-col gap-3">
        {given.map(({ step: earlier }) => (
          <PinnedOutput
            key={earlier.id}
            id={earlier.id}
            value={earlier.id in pins ? pins[earlier.id] : scope.steps[earlier.id]?.output}
            isPinned={earlier.id in pins}
            onPin={(value) => onChange({ ...pins, [earlier.id]: value })}
            onUnpin={() => {
              const { [earlier.id]: _sample, ...rest } = pins;
              onChange(rest);
            }}
          />
        ))}
      </div>
    </Disclosure>
  );
}

interface PinnedOutputProps {
  id: string;
  value: unknown;
  isPinned: boolean;
  onPin: (value: unknown) => void;
  onUnpin: () => void;
}

function PinnedOutput({ id, value, isPinned, onPin, onUnpin }: PinnedOutputProps) {
  const domId = useId();
  // What is being typed stays as it is typed; without it, the field shows the value.
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const take = (next: string) => {
    setTyped(next);
    try {
      onPin(JSON.parse(next));
      setError(undefined);
    } catch {
      setError("This is not JSON yet; the value before stays.");
    }
  };
  const forget = () => {
    setTyped(undefined);
    setError(undefined);
    onUnpin();
  };
  return (
    <Field
      id={domId}
      label={<span className="font-mono text-xs">{id}</span>}
      hint={isPinned ? "Kept for the next tests" : "A sample"}
      error={error}
      aside={
        isPinned || typed !== undefined ? (
          <Button variant="ghost" size="sm" className="h-6 px-1.5" onClick={forget}>
            Back to the sample
          </Button>
        ) : undefined
      }
      required
    >
      {(control) => (
        <Textarea
          {...control}
          mono
          rows={3}
          spellCheck={false}
          value={typed ?? JSON.stringify(value ?? null, null, 2)}
          onChange={(event) => take(event.target.value)}
          className="max-h-60"
        />
      )}
    </Field>
  );
}
