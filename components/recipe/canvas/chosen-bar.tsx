"use client";

import { Copy, CopyPlus, Trash2 } from "lucide-react";
import { Button } from "~/components/ui/button";
import { showToast } from "~/components/ui/toast-store";
import { useCanvas } from "./canvas-context";
import type { StepCommands } from "./use-step-commands";

/** What can be done with several chosen steps, for who works with the mouse. */
export function ChosenBar({ commands }: { commands: StepCommands }) {
  const { selected, focus, current } = useCanvas();
  if (selected.size < 2) return null;
  const copy = async () => {
    const text = commands.copied();
    if (text === null) return;
    await navigator.clipboard.writeText(text);
    showToast({ tone: "ok", title: "Copied as JSON", detail: "Paste it on any canvas with Ctrl+V." });
    focus(current);
  };
  return (
    <div
      role="toolbar"
      aria-label="Chosen steps"
      className="absolute top-3 left-1/2 z-10 flex -translate-x-1/2 items-center gap-1 rounded-lg border bg-surface py-1 pr-1 pl-3 text-xs shadow-float"
    >
      <span className="mr-1 font-medium whitespace-nowrap">{selected.size} steps</span>
      <Button variant="ghost" size="sm" onClick={copy}>
        <Copy aria-hidden />
        Copy
      </Button>
      <Button variant="ghost" size="sm" onClick={commands.duplicate}>
        <CopyPlus aria-hidden />
        Duplicate
      </Button>
      <Button
        variant="ghost"
        size="sm"
        className="enabled:hover:text-danger"
        onClick={() => commands.remove()}
      >
        <Trash2 aria-hidden />
        Remove
      </Button>
    </div>
  );
}
