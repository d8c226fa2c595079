import type { ReactNode } from "react";
import { delayText, spanText } from "~/components/recipe/delay-span";
import { listTitle, STEP_KINDS } from "~/components/recipe/step-kinds";
import { AppIcon, appOf } from "~/components/ui/app-icon";
import { conditionText } from "~/server/recipes/condition-text";
import type { Step } from "~/server/recipes/definition";
import { innerLists } from "~/server/recipes/step-tree";

interface StepOutlineProps {
  /** What starts it; the detail is for those who know the names of events. */
  start: { app: ReturnType<typeof appOf>; title: string; detail: string };
  steps: Step[];
  words: Words;
}

export interface Words {
  /** Action id → title. */
  actions: Record<string, string>;
  operators: { id: string; label: string; arity: number }[];
}

/** A recipe told as a list: what starts it, then each step. */
export function StepOutline({ start, steps, words }: StepOutlineProps) {
  return (
    <ol className="flex flex-col gap-4 p-4 text-sm">
      <Line app={start.app} title={`When: ${start.title}`}>
        {start.detail ? <span className="font-mono text-xs break-words">{start.detail}</span> : null}
      </Line>
      <Steps steps={steps} words={words} />
    </ol>
  );
}

function Steps({ steps, words }: { steps: readonly Step[]; words: Words }) {
  return steps.map((step) => {
    if (step.kind === "action")
      return (
        <Line key={step.id} app={appOf(step.action)} title={words.actions[step.action] ?? step.action} />
      );
    if (step.kind === "filter")
      return (
        <Line key={step.id} app="core" title="Go on only if">
          {step.name ?? conditionText(step.when, words.operators)}
        </Line>
      );
    if (step.kind === "delay")
      return (
        <Line key={step.id} app="core" title="Wait">
          {delayText(step)}
        </Line>
      );
    if (step.kind === "dedupe")
      return (
        <Line key={step.id} app="core" title="Go on only once">
          For the same {step.key}, within {spanText(step.window)}
        </Line>
      );
    if (step.kind === "stop") return <Line key={step.id} app="core" title="End the run" />;
    return (
      <Line
        key={step.id}
        app={step.kind === "lookup" ? appOf(step.action) : "core"}
        title={titleOf(step, words)}
      >
        <Detail step={step} />
        {innerLists(step)
          .filter((list) => list.steps.length > 0)
          .map((list) => (
            <Path key={list.journal} title={listTitle(step, list)} steps={list.steps} words={words} />
          ))}
      </Line>
    );
  });
}

function titleOf(step: Step, words: Words): string {
  if (step.name) return step.name;
  return step.kind === "lookup"
    ? (words.actions[step.action] ?? step.action)
    : step.kind === "branch"
      ? "Choose a path"
      : step.kind === "loop"
        ? "For each item of a list"
        : STEP_KINDS[step.kind];
}

/** What a step works on, where its title does not say it. */
function Detail({ step }: { step: Step }) {
  if (step.kind === "notify") return step.title ?? step.message;
  const text = step.kind === "loop" ? step.over : step.kind === "http" ? `${step.method} ${step.url}` : null;
  if (typeof text !== "string" || text === "") return null;
  return <span className="font-mono text-xs break-all">{text.replace(/^\{\{\s*|\s*\}\}$/g, "")}</span>;
}

function Path({ title, steps, words }: { title: string; steps: readonly Step[]; words: Words }) {
  return (
    <div className="mt-2 border-l-2 pl-3">
      <p className="mb-2 font-medium text-ink">{title}</p>
      <ol className="flex flex-col gap-3">
        <Steps steps={steps} words={words} />
      </ol>
    </div>
  );
}

function Line({
  app,
  title,
  children,
}: {
  app: ReturnType<typeof appOf>;
  title: string;
  children?: ReactNode;
}) {
  return (
    <li className="flex gap-3">
      <AppIcon app={app} size={24} />
      <div className="min-w-0 flex-1">
        <p className="pt-0.5 font-medium">{title}</p>
        {children ? <div className="text-muted">{children}</div> : null}
      </div>
    </li>
  );
}
