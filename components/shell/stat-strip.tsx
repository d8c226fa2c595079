import Link from "next/link";
import type { ReactNode } from "react";

export interface Stat {
  label: string;
  value: ReactNode;
  href: string;
  /** What the label does not say: the span before, what is counted. */
  note?: string | null;
  /** Drawn in the colour of failure. */
  bad?: boolean;
}

/** A row of numbers, each a link to what it counts. */
export function StatStrip({ stats }: { stats: Stat[] }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line lg:grid-cols-4">
      {stats.map(({ label, value, href, note, bad }) => (
        <div
          key={label}
          className="relative bg-surface px-4 py-3 transition-colors has-[a:hover]:bg-hover/60"
        >
          <dt className="text-xs text-muted">
            <Link
              href={href}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              {label}
            </Link>
          </dt>
          <dd>
            <span
              className={`block text-2xl font-semibold tracking-tight tabular-nums ${bad ? "text-danger" : ""}`}
            >
              {value}
            </span>
            <span className="block min-h-4 text-2xs text-faint">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
