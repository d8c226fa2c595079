import type { ReactNode } from "react";

/**
 * The sheet that every illustration is drawn on: 144 by 80, lines of one width in the colour of controls, one accent,
 * surfaces where something is. Only decoration: the words beside it say what is meant.
 */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 144 80"
      aria-hidden="true"
      className="h-20 w-36 fill-none stroke-control stroke-[1.5] [stroke-linecap:round] [stroke-linejoin:round]"
    >
      {children}
    </svg>
  );
}

/** A row of something: a small card with two lines of text. */
export function Slip({ x, y, dashed = false }: { x: number; y: number; dashed?: boolean }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width="56"
        height="18"
        rx="4"
        className="fill-surface"
        {...(dashed && { strokeDasharray: "3 3" })}
      />
      <path d="M8 9h18M32 9h10" className={dashed ? "stroke-line" : "stroke-faint"} />
    </g>
  );
}
