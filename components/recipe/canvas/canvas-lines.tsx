"use client";

import { Plus } from "lucide-react";
import { memo } from "react";
import { cn } from "~/components/ui/cn";
import type { Layout, Line, Plus as PlusPlace } from "./layout-types";

interface CanvasLinesProps {
  layout: Layout;
  /** The "+" that what is dragged would be dropped on. */
  target: string | null;
  onAdd: (plus: PlusPlace, anchor: HTMLElement) => void;
}

/** What is between the nodes: lines, the frames of loops, and a "+" wherever a step can be added. */
export const CanvasLines = memo(function CanvasLines({ layout, target, onAdd }: CanvasLinesProps) {
  return (
    <>
      {layout.frames.map(({ key, x, y, width, height }) => (
        <div
          key={key}
          className="absolute -z-10 rounded-xl border border-dashed border-control bg-sunken/50"
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        />
      ))}
      <svg aria-hidden="true" className="absolute -z-10 overflow-visible" width="1" height="1">
        {layout.lines.map((line) => (
          <path
            key={line.key}
            d={pathOf(line)}
            fill="none"
            strokeWidth={1.5}
            className={line.isFallback ? "stroke-danger/70" : "stroke-control"}
            strokeDasharray={line.isFallback ? "4 4" : undefined}
          />
        ))}
      </svg>
      {layout.pluses.map((plus) => (
        <button
          key={plus.key}
          type="button"
          tabIndex={-1}
          aria-label="Add a step here"
          aria-haspopup="dialog"
          onClick={(event) => onAdd(plus, event.currentTarget)}
          style={{ transform: `translate(${plus.x - 11}px, ${plus.y - 11}px)` }}
          className={cn(
            "nopan pointer-events-auto absolute grid size-5.5 place-items-center rounded-full border bg-surface text-faint shadow-raise hover:border-accent hover:text-accent-ink",
            target === plus.key && "border-accent bg-accent text-on-accent",
          )}
        >
          <Plus aria-hidden className="size-3.5" />
        </button>
      ))}
    </>
  );
});

const BEND = 8;

/** A line with rounded corners. */
export function pathOf({ points }: Pick<Line, "points">): string {
  return points
    .map(([x, y], index) => {
      if (index === 0) return `M${x} ${y}`;
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before || !after) return `L${x} ${y}`;
      const enter = towards([x, y], before);
      const leave = towards([x, y], after);
      return `L${enter[0]} ${enter[1]}Q${x} ${y} ${leave[0]} ${leave[1]}`;
    })
    .join("");
}

function towards(from: readonly [number, number], to: readonly [number, number]): [number, number] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const part = length === 0 ? 0 : Math.min(BEND, length / 2) / length;
  return [from[0] + dx * part, from[1] + dy * part];
}
