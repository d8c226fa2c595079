import { cn } from "~/components/ui/cn";

/** What the colours of a chart stand for; `tone` is the class of its background. */
export function ChartLegend({ entries }: { entries: readonly { tone: string; label: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-2xs text-muted">
      {entries.map(({ tone, label }) => (
        <li key={label} className="flex items-center gap-1.5">
          <span aria-hidden className={cn("size-2 rounded-sm", tone)} />
          {label}
        </li>
      ))}
    </ul>
  );
}
