"use client";

import { ListFilter } from "lucide-react";
import { conditionText } from "~/server/recipes/condition-text";
import type { FilterStep } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { ConditionBuilder } from "./condition-builder";
import { useEditor } from "./editor-context";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";

/** A gate: the run goes on only when its condition holds. */
export function FilterCard({ step, list, index }: { step: FilterStep; list: Pointer; index: number }) {
  const { operators } = useEditor().catalog;
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={ListFilter} />}
      kind={`Filter · ${step.id}`}
      title={step.name ?? "Go on only if…"}
      summary={conditionText(step.when, operators)}
    >
      <ConditionBuilder pointer={[...list, index, "when"]} label="Go on only if" />
    </StepFrame>
  );
}
