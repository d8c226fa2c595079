"use client";

import { List, Redo2, Undo2, Workflow } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { useEditor } from "./editor-context";
import type { EditorView } from "./use-editor-view";

interface EditorBarProps {
  view: EditorView | null;
  onView: (view: EditorView) => void;
}

/** Undo, redo, and how the steps are shown. */
export function EditorBar({ view, onView }: EditorBarProps) {
  const { state, dispatch } = useEditor();
  const { past, future } = state.history;
  return (
    <div className="flex items-center gap-1 md:ml-auto">
      <HistoryButton
        label="Take back the last edit"
        keys="Ctrl+Z"
        disabled={past.length === 0}
        onClick={() => dispatch({ type: "undone" })}
      >
        <Undo2 aria-hidden />
      </HistoryButton>
      <HistoryButton
        label="Do it again"
        keys="Shift+Ctrl+Z"
        disabled={future.length === 0}
        onClick={() => dispatch({ type: "redone" })}
      >
        <Redo2 aria-hidden />
      </HistoryButton>
      {/* A phone has the list only. */}
      <fieldset className="ml-2 flex rounded-md border p-0.5 max-md:hidden">
        <legend className="sr-only">Show the steps as</legend>
        <ViewChoice name="Canvas" checked={view === "canvas"} onChoose={() => onView("canvas")}>
          <Workflow aria-hidden className="size-3.5" />
        </ViewChoice>
        <ViewChoice name="List" checked={view === "list"} onChoose={() => onView("list")}>
          <List aria-hidden className="size-3.5" />
        </ViewChoice>
      </fieldset>
    </div>
  );
}

interface HistoryButtonProps {
  label: string;
  keys: string;
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
}

function HistoryButton({ label, keys, disabled, onClick, children }: HistoryButtonProps) {
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-label={label}
      title={`${label} (${keys})`}
      // One that is disabled would lose the keyboard with the last step back.
      aria-disabled={disabled || undefined}
      className={cn("px-1.5", disabled && "opacity-40")}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

interface ViewChoiceProps {
  name: string;
  checked: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function ViewChoice({ name, checked, onChoose, children }: ViewChoiceProps) {
  return (
    <label
      className={cn(
        "flex h-6 cursor-pointer items-center gap-1.5 rounded-sm px-2 text-xs font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent",
        checked ? "bg-hover text-ink" : "text-muted hover:text-ink",
      )}
    >
      <input type="radio" name="editor-view" className="sr-only" checked={checked} onChange={onChoose} />
      {children}
      {name}
    </label>
  );
}
