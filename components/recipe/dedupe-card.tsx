"use client";

import { CopyMinus } from "lucide-react";
import type { DedupeStep } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { spanText } from "./delay-span";
import { SpanField } from "./span-field";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";
import { TemplateField } from "./template-field";

/** A gate that lets the same thing pass once in a while. */
export function DedupeCard({ step, list, index }: { step: DedupeStep; list: Pointer; index: number }) {
  const pointer = [...list, index];
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={CopyMinus} />}
      kind={`Once · ${step.id}`}
      title={step.name ?? "Go on only once for the same…"}
      summary={step.key === "" ? "Nothing chosen yet" : `${step.key}, ${spanText(step.window)}`}
    >
      <TemplateField
        pointer={[...pointer, "key"]}
        label="The same what"
        hint="Runs for which this is equal count as the same, for example the customer."
        placeholder="{{ trigger.data.object.customer }}"
        kind="string"
        removeEmpty={false}
      />
      <SpanField pointer={[...pointer, "window"]} label="Within" />
      <p className="text-xs text-faint">
        The first run goes on; others end here as filtered. A test only looks.
      </p>
    </StepFrame>
  );
}
