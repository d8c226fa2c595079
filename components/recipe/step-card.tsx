"use client";

import type { ReactNode } from "react";
import type { Step } from "~/server/recipes/definition";
import { ActionCard } from "./action-card";
import { BranchCard } from "./branch-card";
import { CodeCard } from "./code-card";
import { DedupeCard } from "./dedupe-card";
import { DelayCard } from "./delay-card";
import { FilterCard } from "./filter-card";
import { HttpCard } from "./http-card";
import { LookupCard } from "./lookup-card";
import { LoopCard } from "./loop-card";
import { NotifyCard } from "./notify-card";
import type { StepCardProps } from "./step-card-props";
import { StopCard } from "./stop-card";

/** The form of a step, whatever its kind. */
export function StepCard({ step, ...place }: StepCardProps<Step>): ReactNode {
  const { list, index } = place;
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
