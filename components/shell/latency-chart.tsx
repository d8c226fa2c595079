import { chartSpan } from "~/components/run/chart-times";
import { Panel, PanelHeader } from "~/components/ui/card";
import { formatDuration } from "~/components/ui/format-time";
import type { Overview } from "~/server/services/overview/schemas";
import { ChartLegend } from "./chart-legend";
import { ChartTable } from "./chart-table";
import { linePath, logScale } from "./line-path";

const WIDTH = 600;
const HEIGHT = 100;

/** How long it took from an event to the end of its run: the median, and what 95 of 100 stay below (p95). */
export function LatencyChart({ overview }: { overview: Overview }) {
  const { bins, since, until } = overview;
  const spanMs = Date.parse(until) - Date.parse(since);
  const known = bins.flatMap(({ medianMs, p95Ms }) =>
    medianMs === null || p95Ms === null ? [] : [medianMs, p95Ms],
  );
  const scale = logScale(known);
  const path = (pick: "medianMs" | "p95Ms") =>
    linePath(
      bins.map((bin) => (bin[pick] === null ? null : scale.at(bin[pick]))),
      WIDTH,
      HEIGHT,
    );
  return (
    <Panel aria-labelledby="latency-over-time">
      <PanelHeader
        id="latency-over-time"
        title="From event to end"
        actions={
          <ChartLegend
            entries={[
              { tone: "bg-accent", label: "Median" },
              { tone: "bg-control", label: "p95" },
            ]}
          />
        }
      />
      {known.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">No run has succeeded in this time.</p>
      ) : (
        <div className="px-4 pt-4 pb-2">
          <div className="relative">
            {scale.marks.map((ms) => (
              <span
                key={ms}
                aria-hidden
                className="absolute inset-x-0 border-t text-2xs leading-none text-faint"
                style={{ bottom: `${scale.at(ms) * 100}%` }}
              >
                <span className="absolute right-0 bottom-0.5 bg-surface/80 pl-1">{formatDuration(ms)}</span>
              </span>
            ))}
            <svg
              aria-hidden="true"
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              className="relative block h-36 w-full overflow-visible fill-none"
            >
              <path
                d={path("p95Ms")}
                className="stroke-control [stroke-width:1.5]"
                vectorEffect="non-scaling-stroke"
                strokeLinecap="round"
              />
              <path
                d={path("medianMs")}
                className="stroke-accent [stroke-width:2]"
                vectorEffect="non-scaling-stroke"
                strokeLinecap="round"
              />
            </svg>
          </div>
          <ChartTable
            overview={overview}
            label="From event to end over time"
            columns={["Median", "p95"]}
            rows={bins.map(({ from, until, medianMs, p95Ms }) => ({
              key: from,
              time: chartSpan(from, until, spanMs),
              cells: [medianMs, p95Ms].map((ms) => (ms === null ? "–" : formatDuration(ms))),
            }))}
          />
        </div>
      )}
    </Panel>
  );
}
