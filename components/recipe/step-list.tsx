"use client";

import { Fragment, type ReactNode } from "react";
import type { Step } from "~/server/recipes/definition";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { ActionCard } from "./action-card";
import { AddStep } from "./add-step";
import { BranchCard } from "./branch-card";
import { CodeCard } from "./code-card";
import { DedupeCard } from "./dedupe-card";
import { stepsAt } from "./definition-edit";
import { DelayCard } from "./delay-card";
import { useEditor } from "./editor-context";
import { FilterCard } from "./filter-card";
import { HttpCard } from "./http-card";
import { LookupCard } from "./lookup-card";
import { LoopCard } from "./loop-card";
import { NotifyCard } from "./notify-card";
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

function StepCard({ step, list, index }: { step: Step; list: Pointer; index: number }): ReactNode {
  const place = { list, index, renderSteps: (inner: Pointer) => <StepList list={inner} /> };
  switch (step.kind) {
    case "action":
      return <ActionCard step={step} {...place} />;
    case "lookup":
      return <LookupCard step={step} {...place} />;
    case "http":
      return <HttpCard step={step} {...place} />;
    case "code":
      return <CodeCard step={step} {...place} />;
    case "notify":
      return <NotifyCard step={step} {...place} />;
    case "filter":
      return <FilterCard step={step} list={list} index={index} />;
    case "branch":
      return <BranchCard step={step} {...place} />;
    case "loop":
      return <LoopCard step={step} {...place} />;
    case "delay":
      return <DelayCard step={step} list={list} index={index} />;
    case "dedupe":
      return <DedupeCard step={step} list={list} index={index} />;
    case "stop":
      return <StopCard step={step} list={list} index={index} />;
  }
}
