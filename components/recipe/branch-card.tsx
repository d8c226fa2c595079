"use client";

import { GitBranch, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import type { BranchStep } from "~/server/recipes/definition";
import { BranchPathEditor } from "./branch-path";
import { addPath } from "./definition-edit";
import { useEditor } from "./editor-context";
import type { Pointer } from "./pointer";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";

interface BranchCardProps {
  step: BranchStep;
  list: Pointer;
  index: number;
  /** Draws a list of steps; given, because the list draws branches. */
  renderSteps: (list: Pointer) => ReactNode;
}

/** Different cases, tried from the top; the first whose condition holds is taken. */
export function BranchCard({ step, list, index, renderSteps }: BranchCardProps) {
  const { dispatch } = useEditor();
  const pointer = [...list, index];
  const names = step.paths.map((path) => path.name ?? path.id).join(" · ");
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={GitBranch} />}
      kind={`Branch · ${step.id}`}
      title={step.name ?? "Take the first path that fits"}
      summary={names}
    >
      <ol className="flex flex-col gap-4">
        {step.paths.map((path, at) => (
          <li key={path.id}>
            <BranchPathEditor branch={pointer} index={at} path={path} count={step.paths.length}>
              {renderSteps([...pointer, "paths", at, "steps"])}
            </BranchPathEditor>
          </li>
        ))}
      </ol>
      <Button
        size="sm"
        className="self-start"
        onClick={() => dispatch({ type: "changed", change: (definition) => addPath(definition, pointer) })}
      >
        <Plus aria-hidden />
        Add a path
      </Button>
      <section aria-label="Otherwise" className="border-l-2 pl-3 sm:pl-4">
        <h3 className="text-sm font-medium">Otherwise</h3>
        <p className="mb-1 text-xs text-faint">When no path fits, this happens.</p>
        {renderSteps([...pointer, "otherwise"])}
      </section>
    </StepFrame>
  );
}
