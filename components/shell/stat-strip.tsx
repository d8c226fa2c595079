import Link from "next/link";

export interface Stat {
  label: string;
  value: string;
  href: string;
  /** Drawn in the colour of failure. */
  bad?: boolean;
}

/** A row of numbers, each a link to what it counts. */
export function StatStrip({ stats }: { stats: Stat[] }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line sm:grid-cols-4">
      {stats.map(({ label, value, href, bad }) => (
        <div
          key={label}
          className="relative bg-surface px-4 py-3 transition-colors has-[a:hover]:bg-hover/60"
        >
          <dt className="text-xs text-faint">
            <Link
              href={href}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              {label}
            </Link>
          </dt>
          <dd className={`text-2xl font-semibold tracking-tight tabular-nums ${bad ? "text-danger" : ""}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
