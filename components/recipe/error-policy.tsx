"use client";

import type { ReactNode } from "react";
import type { ErrorPolicy } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { InnerSteps } from "./inner-steps";
import { OwnPathSelect } from "./own-path-select";

const FOR_STEP = {
  label: "If this fails for good",
  options: { fail: "Stop the run and mark it as failed", continue: "Go on with the next step" },
  own: "Do this first, then go on",
  hint: "These steps are done instead. Then the run goes on with the next step; a Stop in here ends it.",
};
const FOR_ITEM = {
  label: "If an item fails for good",
  options: { fail: "Stop the run and mark it as failed", continue: "Go on with the next item" },
  own: "Do this for the item, then go on",
  hint: "These steps are done for each item that failed. Then the loop goes on with the next item.",
};

interface ErrorPolicyProps {
  step: Pointer;
  /** True for a loop, whose policy is each item's. */
  eachItem?: boolean;
}

/** What happens when a step has failed and will not be tried again. */
export function ErrorPolicySelect({ step, eachItem = false }: ErrorPolicyProps) {
  const { label, options, own } = eachItem ? FOR_ITEM : FOR_STEP;
  const pointer = [...step, "onError"];
  return (
    <OwnPathSelect
      pointer={pointer}
      label={label}
      options={options}
      own={own}
      at={["goto"]}
      empty={{ goto: [] }}
      standard="fail"
    />
  );
}

interface FallbackStepsProps extends ErrorPolicyProps {
  policy: ErrorPolicy | undefined;
  renderSteps: (list: Pointer) => ReactNode;
}

/** The steps that are done when this one fails, where the policy has some. */
export function FallbackSteps({ step, policy, eachItem = false, renderSteps }: FallbackStepsProps) {
  if (typeof policy !== "object") return null;
  return (
    <InnerSteps
      title={eachItem ? "If an item fails" : "If it fails"}
      hint={(eachItem ? FOR_ITEM : FOR_STEP).hint}
    >
      {renderSteps([...step, "onError", "goto"])}
    </InnerSteps>
  );
}
