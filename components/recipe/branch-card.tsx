"use client";

import { GitBranch, Plus } from "lucide-react";
import { Button } from "~/components/ui/button";
import type { BranchStep } from "~/server/recipes/definition";
import { BranchPathEditor } from "./branch-path";
import { addPath } from "./definition-edit";
import { useEditor } from "./editor-context";
import { InnerSteps } from "./inner-steps";
import type { StepCardProps } from "./step-card-props";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";

/** Different cases, tried from the top; the first whose condition holds is taken. */
export function BranchCard({ step, list, index, renderSteps }: StepCardProps<BranchStep>) {
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
      <InnerSteps title="Otherwise" hint="When no path fits, this happens.">
        {renderSteps([...pointer, "otherwise"])}
      </InnerSteps>
    </StepFrame>
  );
}
