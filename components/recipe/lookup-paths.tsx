"use client";

import type { ReactNode } from "react";
import type { LookupStep } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { InnerSteps } from "./inner-steps";
import { OwnPathSelect } from "./own-path-select";

interface LookupPathsProps {
  step: LookupStep;
  pointer: Pointer;
  renderSteps: (list: Pointer) => ReactNode;
}

const SEVERAL = {
  fail: "Stop the run and mark it as failed",
  first: "Take the first, as if only one was found",
};

/** The ways after a look-up: for one match, for none, and what several mean. */
export function LookupPaths({ step, pointer, renderSteps }: LookupPathsProps) {
  const many = [...pointer, "many"];
  return (
    <>
      <InnerSteps title="If one is found" hint={`It is in steps.${step.id}.output.item.`}>
        {renderSteps([...pointer, "found"])}
      </InnerSteps>
      <InnerSteps title="If none is found" hint="Without steps here the run just goes on.">
        {renderSteps([...pointer, "none"])}
      </InnerSteps>
      <OwnPathSelect
        pointer={many}
        label="If there are several"
        options={SEVERAL}
        own="Do other steps"
        at={[]}
        empty={[]}
        standard="fail"
      />
      {Array.isArray(step.many) ? (
        <InnerSteps title="For several" hint={`All of them are in steps.${step.id}.output.items.`}>
          {renderSteps(many)}
        </InnerSteps>
      ) : null}
    </>
  );
}
