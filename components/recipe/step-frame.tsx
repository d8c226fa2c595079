"use client";

import { ArrowDown, ArrowUp, ChevronDown, CopyPlus, FlaskConical, Trash2, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useId, useState } from "react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { Disclosure } from "~/components/ui/disclosure";
import { type Pointer, pointerText } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";
import { useMaybeCanvas } from "./canvas/canvas-context";
import { moveStep, removeStep, stepsAt } from "./definition-edit";
import { useEditor } from "./editor-context";
import { countErrors, isWithin, problemsAt } from "./problems";
import { copiesOf } from "./step-copies";
import { insertSteps } from "./step-moves";
import { StepName } from "./step-name";

interface StepFrameProps {
  list: Pointer;
  index: number;
  icon: ReactNode;
  /** The small line above the title: what kind of step it is. */
  kind: string;
  title: string;
  /** Something short about its settings, for when it is folded. */
  summary?: string | undefined;
  /** Settings that few people need. */
  options?: ReactNode;
  children: ReactNode;
  /** Below the options, such as the steps to take when it fails. */
  after?: ReactNode;
}

/** Longer recipes start folded, so that their course can be seen. */
const SHOWN_OPEN = 3;

/** What every step's form shares: title, settings, order, removal. In the list it folds; beside the canvas it does not. */
export function StepFrame(props: StepFrameProps) {
  const { list, index, icon, kind, title } = props;
  const isPanel = useMaybeCanvas() !== null;
  const pointer = pointerText([...list, index]);
  return (
    <section
      id={pointer}
      tabIndex={-1}
      aria-label={`${kind}: ${title}`}
      className={cn("min-w-0", isPanel ? "outline-none" : "rounded-lg border bg-surface")}
    >
      {isPanel ? (
        <>
          <header className="mb-4 flex items-center gap-3">
            {icon}
            <div className="min-w-0">
              <p className="text-2xs font-medium text-faint">{kind}</p>
              <h2 className="text-base font-semibold break-words">{title}</h2>
            </div>
          </header>
          <StepBody {...props} />
          <div className="-mx-4 mt-4">
            <StepOrder list={list} index={index} title={title} />
          </div>
        </>
      ) : (
        <Folding {...props} pointer={pointer} />
      )}
    </section>
  );
}

function StepBody({ list, index, options, children, after }: StepFrameProps) {
  return (
    <div className="flex flex-col gap-4">
      {children}
      <Disclosure summary="Options">
        <div className="flex flex-col gap-4">
          <StepName pointer={[...list, index, "name"]} />
          {options}
        </div>
      </Disclosure>
      {after}
    </div>
  );
}

function Folding(props: StepFrameProps & { pointer: string }) {
  const { list, index, icon, kind, title, summary, pointer } = props;
  const { state, problems: all, revealed } = useEditor();
  const [open, setOpen] = useState(() => allSteps(state.definition.steps).length <= SHOWN_OPEN);
  const bodyId = useId();
  const problems = problemsAt(all, pointer);
  const errors = countErrors(problems);
  const isSought = revealed !== null && isWithin(revealed, pointer);
  useEffect(() => {
    if (isSought) setOpen(true);
  }, [isSought]);
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-3 rounded-lg px-4 py-3 text-left hover:bg-hover/60"
      >
        {icon}
        <span className="min-w-0 flex-1">
          <span className="block text-2xs font-medium text-faint">{kind}</span>
          <span className="block text-sm font-semibold break-words">{title}</span>
          {!open && summary ? <span className="block truncate text-xs text-muted">{summary}</span> : null}
        </span>
        {problems.length > 0 ? (
          <Badge tone="warn">
            <TriangleAlert aria-hidden />
            {errors > 0 ? `${errors} to fix` : `${problems.length} to look at`}
          </Badge>
        ) : null}
        <ChevronDown
          aria-hidden
          className={cn("size-4 shrink-0 text-faint transition-transform", open && "rotate-180")}
        />
      </button>
      <div id={bodyId} hidden={!open} className="border-t">
        <div className="p-3 sm:p-4">
          <StepBody {...props} />
        </div>
        <StepOrder list={list} index={index} title={title} />
      </div>
    </>
  );
}

function StepOrder({ list, index, title }: { list: Pointer; index: number; title: string }) {
  const { state, dispatch, test } = useEditor();
  const step = stepsAt(state.definition, list)[index];
  const last = stepsAt(state.definition, list).length - 1;
  const move = (by: -1 | 1) =>
    dispatch({ type: "changed", change: (definition) => moveStep(definition, list, index, by) });
  const duplicate = () =>
    step &&
    dispatch({
      type: "changed",
      change: (definition) =>
        insertSteps(definition, { list, index: index + 1 }, copiesOf(definition, [step])),
    });
  const remove = () =>
    dispatch({
      type: "removed",
      what: `“${title}”`,
      at: pointerText([...list, index]),
      change: (definition) => removeStep(definition, list, index),
    });
  return (
    <div className="flex flex-wrap items-center gap-1 border-t px-3 py-1.5">
      <Button variant="ghost" size="sm" disabled={index === 0} onClick={() => move(-1)}>
        <ArrowUp aria-hidden />
        Move up
      </Button>
      <Button variant="ghost" size="sm" disabled={index >= last} onClick={() => move(1)}>
        <ArrowDown aria-hidden />
        Move down
      </Button>
      <Button variant="ghost" size="sm" onClick={duplicate}>
        <CopyPlus aria-hidden />
        Duplicate
      </Button>
      {step ? (
        <Button variant="ghost" size="sm" onClick={() => test({ what: "step", step: step.id })}>
          <FlaskConical aria-hidden />
          Test this step
        </Button>
      ) : null}
      <Button variant="ghost" size="sm" className="ml-auto enabled:hover:text-danger" onClick={remove}>
        <Trash2 aria-hidden />
        Remove
      </Button>
    </div>
  );
}
