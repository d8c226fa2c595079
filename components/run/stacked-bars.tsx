import Link from "next/link";
import type { ReactNode } from "react";

export type BarTone = "ok" | "bad" | "quiet" | "open";

export interface Bar {
  /** What it says when pointed at. */
  label: string;
  href?: string;
  parts: readonly { tone: BarTone; count: number }[];
}

const FILL: Record<BarTone, string> = {
  ok: "fill-accent",
  bad: "fill-danger",
  quiet: "fill-control/60",
  open: "fill-warn",
};

const HEIGHT = 100;
const WIDTH = 10;
/** A single run among thousands is still seen. */
const LEAST = 2;

interface StackedBarsProps {
  bars: readonly Bar[];
  /** Of the drawing: `h-16`. */
  className: string;
}

/** Bars of equal width, their parts on each other. A picture only: what it shows has to be said in words beside it. */
export function StackedBars({ bars, className }: StackedBarsProps) {
  const most = Math.max(1, ...bars.map(totalOf));
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${bars.length * WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`block w-full overflow-visible ${className}`}
    >
      {bars.map((bar, index) => (
        <BarLink key={bar.label} bar={bar}>
          <BarShapes bar={bar} x={index * WIDTH} most={most} />
        </BarLink>
      ))}
    </svg>
  );
}

/** The keyboard's way is in the words beside it. */
function BarLink({ bar, children }: { bar: Bar; children: ReactNode }) {
  if (!bar.href || totalOf(bar) === 0) return <g>{children}</g>;
  return (
    <Link href={bar.href} tabIndex={-1} prefetch={false} className="group/bar" scroll={false}>
      {children}
    </Link>
  );
}

function BarShapes({ bar, x, most }: { bar: Bar; x: number; most: number }) {
  let top = HEIGHT;
  return (
    <>
      <title>{bar.label}</title>
      <rect
        x={x}
        y={0}
        width={WIDTH}
        height={HEIGHT}
        className="fill-transparent group-hover/bar:fill-hover"
      />
      {totalOf(bar) === 0 ? (
        <rect x={x + 1} y={HEIGHT - 1} width={WIDTH - 2} height={1} className="fill-line" />
      ) : null}
      {bar.parts.map(({ tone, count }) => {
        if (count === 0) return null;
        const height = Math.max(LEAST, (count / most) * HEIGHT);
        top -= height;
        return <rect key={tone} x={x + 1} y={top} width={WIDTH - 2} height={height} className={FILL[tone]} />;
      })}
    </>
  );
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
