"use client";

import { ListFilter } from "lucide-react";
import type { FilterStep } from "~/server/recipes/definition";
import { ConditionBuilder } from "./condition-builder";
import type { Pointer } from "./pointer";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";

/** A gate: the run goes on only when its condition holds. */
export function FilterCard({ step, list, index }: { step: FilterStep; list: Pointer; index: number }) {
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={ListFilter} />}
      kind={`Filter · ${step.id}`}
      title={step.name ?? "Go on only if…"}
    >
      <ConditionBuilder pointer={[...list, index, "when"]} label="Go on only if" />
    </StepFrame>
  );
}
