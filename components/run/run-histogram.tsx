import Link from "next/link";
import { Disclosure } from "~/components/ui/disclosure";
import { withParams } from "~/components/ui/pagination";
import { chartSpan, chartTime } from "./chart-times";
import { binText, type RunBin } from "./run-bins";
import type { RunFilters } from "./run-filters";
import { SINCE_CHOICES } from "./since";
import { StackedBars } from "./stacked-bars";

interface RunHistogramProps {
  bins: readonly RunBin[];
  path: string;
  filters: RunFilters;
}

/** When runs began and how they ended; a part of the time is a link that narrows the list to it. */
export function RunHistogram({ bins, path, filters }: RunHistogramProps) {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return null;
  const spanMs = Date.parse(last.until) - Date.parse(first.from);
  const stepMs = Date.parse(first.until) - Date.parse(first.from);
  const bars = bins.map((bin) => ({
    label: `${chartSpan(bin.from, bin.until, spanMs)}: ${binText(bin)}`,
    href: withParams(path, filters, { since: undefined, cursor: undefined, from: bin.from, to: bin.until }),
    parts: [
      { tone: "ok" as const, count: bin.succeeded },
      { tone: "quiet" as const, count: bin.left },
      { tone: "open" as const, count: bin.unfinished },
      { tone: "bad" as const, count: bin.failed },
    ],
  }));
  const busy = bars.filter((_, index) => bins[index] && binText(bins[index]) !== "no run");
  return (
    <section aria-label="Runs over time" className="border-b px-4 pt-3 pb-2">
      <StackedBars bars={bars} className="h-14" />
      <div aria-hidden className="mt-1 flex justify-between text-2xs text-faint tabular-nums">
        <span>{chartTime(first.from, stepMs, spanMs)}</span>
        <span className="max-sm:hidden">
          {chartTime(bins[Math.floor(bins.length / 2)]?.from ?? "", stepMs, spanMs)}
        </span>
        <span>{chartTime(last.until, stepMs, spanMs)} UTC</span>
      </div>
      <Disclosure className="mt-1" summary={<span className="text-xs">{summaryOf(bins, filters)}</span>}>
        {busy.length === 0 ? null : (
          <ul className="max-h-48 overflow-y-auto text-xs">
            {busy.map(({ label, href }) => (
              <li key={label}>
                <Link
                  href={href}
                  prefetch={false}
                  scroll={false}
                  className="block rounded-sm py-1 text-accent-ink hover:underline focus-visible:-outline-offset-2"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </section>
  );
}

function summaryOf(bins: readonly RunBin[], { from, to, since }: RunFilters): string {
  const time = from || to ? "the chosen time" : `the ${SINCE_CHOICES[since ?? "24h"].label.toLowerCase()}`;
  const sum = { succeeded: 0, failed: 0, left: 0, unfinished: 0 };
  for (const bin of bins)
    for (const kind of ["succeeded", "failed", "left", "unfinished"] as const) sum[kind] += bin[kind];
  const text = binText(sum);
  return text === "no run" ? `No run in ${time}` : `In ${time} ${text}`;
}
