"use client";

import { Fragment } from "react";
import type { Step } from "~/server/recipes/definition";
import { ActionCard } from "./action-card";
import { AddStep } from "./add-step";
import { BranchCard } from "./branch-card";
import { DedupeCard } from "./dedupe-card";
import { stepsAt } from "./definition-edit";
import { DelayCard } from "./delay-card";
import { useEditor } from "./editor-context";
import { FilterCard } from "./filter-card";
import { type Pointer, pointerText } from "./pointer";
import { StopCard } from "./stop-card";

/** A list of steps in order, with a "+" before, between and after them. */
export function StepList({ list }: { list: Pointer }) {
  const steps = stepsAt(useEditor().state.definition, list);
  return (
    <div className="min-w-0">
      {steps.map((step, index) => (
        <Fragment key={step.id}>
          <AddStep list={list} index={index} />
          <StepCard step={step} list={list} index={index} />
        </Fragment>
      ))}
      <AddStep key={`${pointerText(list)}-end`} list={list} index={steps.length} text="Add a step" />
    </div>
  );
}

function StepCard({ step, list, index }: { step: Step; list: Pointer; index: number }) {
  if (step.kind === "action") return <ActionCard step={step} list={list} index={index} />;
  if (step.kind === "filter") return <FilterCard step={step} list={list} index={index} />;
  if (step.kind === "delay") return <DelayCard step={step} list={list} index={index} />;
  if (step.kind === "dedupe") return <DedupeCard step={step} list={list} index={index} />;
  if (step.kind === "stop") return <StopCard step={step} list={list} index={index} />;
  if (step.kind !== "branch") return null;
  return (
    <BranchCard step={step} list={list} index={index} renderSteps={(inner) => <StepList list={inner} />} />
  );
}
