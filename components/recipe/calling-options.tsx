"use client";

import type { Pointer } from "~/server/recipes/pointer";
import { ChoiceSelect } from "./choice-select";
import { ErrorPolicySelect } from "./error-policy";
import { RetryFields } from "./retry-fields";

const WHEN_MISSING = {
  leave_out: "Leave that field out",
  skip: "Pass over this step",
  fail: "Fail this step",
};

/** What every step that reaches out has under "Options": what to do when data is missing, and when it fails. */
export function CallingOptions({ step }: { step: Pointer }) {
  return (
    <>
      <ChoiceSelect
        pointer={[...step, "whenMissing"]}
        label="If data is missing and has no fallback"
        options={WHEN_MISSING}
        standard="leave_out"
      />
      <RetryFields step={step} />
      <ErrorPolicySelect step={step} />
    </>
  );
}
