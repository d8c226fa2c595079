"use client";

import type { Node, NodeProps } from "@xyflow/react";
import { ChevronDown, ChevronRight, Pin, Plus, TriangleAlert } from "lucide-react";
import { memo } from "react";
import { AppIcon, type AppName } from "~/components/ui/app-icon";
import { cn } from "~/components/ui/cn";
import type { Step } from "~/server/recipes/definition";
import { StepIcon } from "../step-icon";
import { STEP_ICONS } from "../step-icons";
import { hiddenText, type NodeState } from "./place-text";

export interface NodeActions {
  open: (key: string, byKeyboard: boolean) => void;
  fold: (key: string) => void;
  add: (key: string, anchor: HTMLElement) => void;
  focused: (key: string) => void;
}

interface Shared extends Record<string, unknown> {
  /** For screen readers. */
  label: string;
  title: string;
  /** The one that Tab leads to. */
  current: boolean;
  /** Its form is in the panel. */
  open: boolean;
  actions: NodeActions;
}

export interface StepData extends Shared {
  summary: string;
  app: AppName | null;
  /** Null for the trigger. */
  kind: Step["kind"] | null;
  chosen: boolean;
  state: NodeState;
  folds: boolean;
  hidden: number | null;
}

export interface PathData extends Shared {
  isFallback: boolean;
}

export type CanvasNode = Node<StepData, "step"> | Node<PathData, "path"> | Node<Shared, "slot">;

const FOCUS = "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent";

function StepNode({ id, data, dragging }: NodeProps<Node<StepData, "step">>) {
  const { label, title, summary, app, kind, open, chosen, state, folds, hidden, actions } = data;
  const Icon = kind ? STEP_ICONS[kind] : null;
  return (
    <div
      className={cn(
        "group relative h-full rounded-lg border bg-surface shadow-raise transition-[border-color,box-shadow]",
        "hover:border-control",
        open && "border-accent",
        chosen && "border-accent ring-2 ring-accent/40",
        dragging && "opacity-80 shadow-float",
      )}
    >
      <button
        type="button"
        data-key={id}
        tabIndex={data.current ? 0 : -1}
        aria-label={label}
        aria-pressed={open}
        onFocus={() => actions.focused(id)}
        onClick={(event) => {
          // With a modifier it is only chosen, beside others.
          if (!event.shiftKey && !event.ctrlKey && !event.metaKey) actions.open(id, event.detail === 0);
        }}
        className={cn(
          "flex h-full w-full items-center gap-2.5 rounded-lg px-2.5 text-left",
          folds && "pr-8",
          FOCUS,
        )}
      >
        {app ? (
          <AppIcon app={app} size={28} />
        ) : Icon ? (
          <StepIcon icon={Icon} />
        ) : (
          <AppIcon app="core" size={28} />
        )}
        <span className="min-w-0 flex-1">
          {kind === null ? (
            <span className="block text-2xs font-medium text-faint">When this happens</span>
          ) : null}
          <span className="block truncate text-sm leading-4.5 font-medium">{title}</span>
          {kind === null ? null : (
            <span className="block truncate text-xs text-muted">
              {hidden === null ? summary || "Nothing filled in yet" : hiddenText(hidden)}
            </span>
          )}
        </span>
        <Status state={state} isTrigger={kind === null} />
      </button>
      {folds ? (
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={hidden === null}
          aria-label={`${hidden === null ? "Fold" : "Unfold"} ${title}`}
          onClick={() => actions.fold(id)}
          className="nodrag absolute inset-y-0 right-0 grid w-8 place-items-center rounded-r-lg text-faint hover:bg-hover hover:text-ink"
        >
          {hidden === null ? (
            <ChevronDown aria-hidden className="size-4" />
          ) : (
            <ChevronRight aria-hidden className="size-4" />
          )}
        </button>
      ) : null}
    </div>
  );
}

/** Signs only: the node's name says the same in words. */
function Status({ state, isTrigger }: { state: NodeState; isTrigger: boolean }) {
  const problems = state.errors + state.warnings;
  return (
    <span aria-hidden className="flex shrink-0 items-center gap-1.5">
      {state.pinned ? <Pin className="size-3.5 text-info" /> : null}
      {problems > 0 ? (
        <span
          className={cn(
            "inline-flex items-center gap-0.5 text-2xs font-semibold tabular-nums",
            state.errors > 0 ? "text-danger" : "text-warn",
          )}
        >
          <TriangleAlert className="size-3.5" />
          {problems}
        </span>
      ) : isTrigger ? null : (
        <span
          title={TESTED[state.tested]}
          className={cn(
            "size-2 rounded-full",
            state.tested === "ok" && "bg-ok",
            state.tested === "failed" && "bg-danger",
            state.tested === "untested" && "border border-control",
          )}
        />
      )}
    </span>
  );
}

const TESTED = { ok: "Tested", failed: "Failed in its test", untested: "Not tested yet" } as const;

function PathNode({ id, data }: NodeProps<Node<PathData, "path">>) {
  const { label, title, open, isFallback, actions } = data;
  return (
    <button
      type="button"
      data-key={id}
      tabIndex={data.current ? 0 : -1}
      aria-label={label}
      aria-pressed={open}
      onFocus={() => actions.focused(id)}
      onClick={(event) => actions.open(id, event.detail === 0)}
      className={cn(
        "grid h-full w-full place-items-center rounded-full border px-3 text-xs font-medium shadow-raise",
        isFallback ? "border-danger/40 bg-danger-soft text-danger" : "bg-accent-soft text-accent-ink",
        open ? "border-accent" : "border-transparent hover:border-control",
        FOCUS,
      )}
    >
      <span className="max-w-full truncate">{title}</span>
    </button>
  );
}

function SlotNode({ id, data }: NodeProps<Node<Shared, "slot">>) {
  return (
    <button
      type="button"
      data-key={id}
      tabIndex={data.current ? 0 : -1}
      aria-label={data.label}
      aria-haspopup="dialog"
      onFocus={() => data.actions.focused(id)}
      onClick={(event) => data.actions.add(id, event.currentTarget)}
      className={cn(
        "flex h-full w-full items-center justify-center gap-1.5 rounded-lg border border-dashed border-control bg-canvas text-xs text-muted hover:bg-hover hover:text-ink",
        FOCUS,
      )}
    >
      <Plus aria-hidden className="size-3.5" />
      {data.title}
    </button>
  );
}

/** Drawn again only when what they show has changed. */
export const NODE_TYPES = { step: memo(StepNode), path: memo(PathNode), slot: memo(SlotNode) };
