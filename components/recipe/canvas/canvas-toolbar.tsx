"use client";

import { Keyboard, Maximize, Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "~/components/ui/cn";

interface CanvasToolbarProps {
  zoomIn: () => void;
  zoomOut: () => void;
  fit: () => void;
  help: () => void;
}

/** Zoom and help, in a corner of the canvas. */
export function CanvasToolbar({ zoomIn, zoomOut, fit, help }: CanvasToolbarProps) {
  return (
    <div
      role="toolbar"
      aria-label="View"
      className="absolute bottom-3 left-3 z-10 flex divide-x rounded-md border bg-surface shadow-raise"
    >
      <Tool label="Zoom out" onClick={zoomOut} className="rounded-l-md">
        <Minus aria-hidden className="size-4" />
      </Tool>
      <Tool label="Zoom in" onClick={zoomIn}>
        <Plus aria-hidden className="size-4" />
      </Tool>
      <Tool label="Show everything" onClick={fit}>
        <Maximize aria-hidden className="size-4" />
      </Tool>
      <Tool label="Keyboard shortcuts" onClick={help} className="rounded-r-md">
        <Keyboard aria-hidden className="size-4" />
      </Tool>
    </div>
  );
}

interface ToolProps {
  label: string;
  onClick: () => void;
  className?: string;
  children: ReactNode;
}

function Tool({ label, onClick, className, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className={cn("grid size-8 place-items-center text-muted hover:bg-hover hover:text-ink", className)}
    >
      {children}
    </button>
  );
}
