"use client";

import dynamic from "next/dynamic";
import { declarationText } from "~/components/code-editor/sample-types";
import { Skeleton } from "~/components/ui/skeleton";
import type { CodeStep } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { CallingOptions } from "./calling-options";
import { problemsOfLines } from "./code-problems";
import { useEditor, useField } from "./editor-context";
import { FallbackSteps } from "./error-policy";
import { KeyValueRows } from "./key-value-rows";
import { problemsAt } from "./problems";
import { StepAbout } from "./step-about";
import type { StepCardProps } from "./step-card-props";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";
import { STEP_ICONS } from "./step-icons";
import { usePreviewScope } from "./use-preview-scope";
import { toText } from "./value-text";

/** Only recipes with a code step load the editor. */
const CodeEditor = dynamic(
  () => import("~/components/code-editor/code-editor").then((module) => module.CodeEditor),
  { ssr: false, loading: () => <Skeleton className="h-32" /> },
);

const INPUT = {
  title: "Input",
  description: "What the code may look at, each with a name. It sees nothing else of the event.",
  required: false,
};

/** A few lines of JavaScript between two steps. */
export function CodeCard({ step, list, index, renderSteps }: StepCardProps<CodeStep>) {
  const pointer = [...list, index];
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={STEP_ICONS.code} />}
      kind={`Code · ${step.id}`}
      title={step.name ?? "Run JavaScript"}
      summary={summaryOf(step)}
      options={<CallingOptions step={pointer} />}
      after={<FallbackSteps step={pointer} policy={step.onError} renderSteps={renderSteps} />}
    >
      <StepAbout kind="code">
        Runs in a sandbox, without network and files. For requests there is the step “HTTP request”.
      </StepAbout>
      <KeyValueRows field={INPUT} step={pointer} at={["input"]} fallbacks={[]} keepEmpty />
      <Source step={step} pointer={pointer} />
    </StepFrame>
  );
}

function Source({ step, pointer }: { step: CodeStep; pointer: Pointer }) {
  const { problems } = useEditor();
  const { id, value, set, error, warning } = useField([...pointer, "source"]);
  const input = useSampleInput(step, pointer);
  const hint = `${id}-hint`;
  const says = error ?? warning;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-sm font-medium">Code</p>
      <pre
        className="max-h-48 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap text-muted"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
      >
        {declarationText(input)}
      </pre>
      <CodeEditor
        id={id}
        label="Code"
        describedBy={hint}
        value={toText(value)}
        onChange={set}
        input={input}
        problems={problemsOfLines(problemsAt(problems, id))}
      />
      <p id={hint} className="text-xs text-faint">
        What it returns is this step’s output. Tab indents; Escape and then Tab leaves the field.
      </p>
      {says ? <p className={error ? "text-xs text-danger" : "text-xs text-warn"}>{says}</p> : null}
    </div>
  );
}

/** What the rows become for the sample event; undefined for what it lacks. */
function useSampleInput({ input }: CodeStep, pointer: Pointer): Record<string, unknown> {
  const { resolver } = useEditor();
  const scope = usePreviewScope(pointer);
  const entries = Object.entries(input).map(([name, value]) => {
    const preview = resolver && scope ? resolver(value, scope) : undefined;
    return [name, preview?.found ? preview.value : undefined];
  });
  return Object.fromEntries(entries);
}

function summaryOf({ source }: CodeStep): string {
  const lines = source.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("//"));
  return lines[0]?.trim() ?? "No code yet";
}
