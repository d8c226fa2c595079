import type { ReactNode } from "react";
import { delayText, spanText } from "~/components/recipe/delay-span";
import { listTitle, STEP_KINDS } from "~/components/recipe/step-kinds";
import { AppIcon, appOf } from "~/components/ui/app-icon";
import { conditionText } from "~/server/recipes/condition-text";
import type { Step } from "~/server/recipes/definition";
import { innerLists } from "~/server/recipes/step-tree";

interface FlowPictureProps {
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

/** A recipe as a picture that reads as a list: what starts it, then each step, with its ways below it. */
export function FlowPicture({ start, steps, words }: FlowPictureProps) {
  return (
    <ol className="flex flex-col gap-5 bg-canvas bg-[radial-gradient(var(--color-line)_1px,transparent_1px)] bg-[length:14px_14px] p-4 text-sm sm:p-6">
      <Line
        app={start.app}
        title={`When: ${start.title}`}
        detail={start.detail ? <span className="font-mono text-xs break-all">{start.detail}</span> : null}
      />
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
        <Line
          key={step.id}
          app="core"
          title="Go on only if"
          detail={step.name ?? conditionText(step.when, words.operators)}
        />
      );
    if (step.kind === "delay") return <Line key={step.id} app="core" title="Wait" detail={delayText(step)} />;
    if (step.kind === "dedupe")
      return (
        <Line
          key={step.id}
          app="core"
          title="Go on only once"
          detail={`For the same ${bare(step.key)}, within ${spanText(step.window)}`}
        />
      );
    if (step.kind === "stop") return <Line key={step.id} app="core" title="End the run" />;
    return (
      <Line
        key={step.id}
        app={step.kind === "lookup" ? appOf(step.action) : "core"}
        title={titleOf(step, words)}
        detail={<Detail step={step} />}
      >
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
  return <span className="font-mono text-xs break-all">{bare(text)}</span>;
}

/** A template without its braces. */
const bare = (text: string) => text.replace(/^\{\{\s*|\s*\}\}$/g, "");

function Path({ title, steps, words }: { title: string; steps: readonly Step[]; words: Words }) {
  return (
    <div className="relative ml-7 border-l border-control pt-4 pl-4">
      <p className="mb-3 inline-block rounded-sm bg-sunken px-1.5 py-0.5 text-xs font-medium text-muted">
        {title}
      </p>
      <ol className="flex flex-col gap-5">
        <Steps steps={steps} words={words} />
      </ol>
    </div>
  );
}

interface LineProps {
  app: ReturnType<typeof appOf>;
  title: string;
  /** On the node, below its title. */
  detail?: ReactNode;
  /** Below the node: its ways. */
  children?: ReactNode;
}

function Line({ app, title, detail, children }: LineProps) {
  return (
    <li className="relative not-first:before:absolute not-first:before:-top-5 not-first:before:left-7 not-first:before:h-5 not-first:before:w-px not-first:before:bg-control">
      <div className="relative flex w-fit max-w-full gap-3 rounded-lg border bg-surface py-2.5 pr-4 pl-3.5 shadow-raise">
        <AppIcon app={app} size={28} />
        <div className="min-w-0">
          <p className="pt-1 leading-5 font-medium">{title}</p>
          {detail ? <div className="text-muted">{detail}</div> : null}
        </div>
      </div>
      {children}
    </li>
  );
}
