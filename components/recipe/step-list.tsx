"use client";

import { Fragment } from "react";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { AddStep } from "./add-step";
import { stepsAt } from "./definition-edit";
import { useEditor } from "./editor-context";
import { StepCard } from "./step-card";

/** A list of steps in order, with a "+" before, between and after them. */
export function StepList({ list }: { list: Pointer }) {
  const steps = stepsAt(useEditor().state.definition, list);
  return (
    <div className="min-w-0">
      {steps.map((step, index) => (
        <Fragment key={step.id}>
          <AddStep list={list} index={index} />
          <StepCard step={step} list={list} index={index} renderSteps={renderSteps} />
        </Fragment>
      ))}
      <AddStep key={`${pointerText(list)}-end`} list={list} index={steps.length} text="Add a step" />
    </div>
  );
}

const renderSteps = (list: Pointer) => <StepList list={list} />;
