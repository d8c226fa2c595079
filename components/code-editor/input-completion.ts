import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { membersAt } from "./sample-types";

/** Completes `input.` and what is below it with the members of the sample. */
export function completeInput(sample: () => unknown) {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.matchBefore(/\binput(?:\??\.\w+|\[\d+\])*\??\.\w*/);
    if (!before) return null;
    const dot = before.text.lastIndexOf(".");
    const members = membersAt(sample(), before.text.slice(0, dot));
    if (members.length === 0) return null;
    return {
      from: before.from + dot + 1,
      options: members.map(({ name, type }) => ({ label: name, type: "property", detail: type })),
      validFor: /^\w*$/,
    };
  };
}
