import { chartSpan, chartTime } from "~/components/run/chart-times";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { formatDuration } from "~/components/ui/format-time";
import { Table, Td, THead, Th, Tr } from "~/components/ui/table";
import type { Overview } from "~/server/services/overview/schemas";
import { ChartLegend } from "./chart-legend";
import { linePath, logScale } from "./line-path";
import { Axis } from "./run-chart";

const WIDTH = 600;
const HEIGHT = 100;

/** How long it took from an event to the end of its run: the median, and what 95 of 100 stay below (p95). */
export function LatencyChart({ overview: { bins, since, until } }: { overview: Overview }) {
  const spanMs = Date.parse(until) - Date.parse(since);
  const stepMs = spanMs / bins.length;
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
          <Axis from={chartTime(since, stepMs, spanMs)} until={`${chartTime(until, stepMs, spanMs)} UTC`} />
          <Disclosure className="mt-1" summary={<span className="text-xs">As a table</span>}>
            <Table label="From event to end over time">
              <THead>
                <tr>
                  <Th>Time, UTC</Th>
                  <Th className="text-right">Median</Th>
                  <Th className="text-right">p95</Th>
                </tr>
              </THead>
              <tbody className="tabular-nums">
                {bins.map((bin) => (
                  <Tr key={bin.from}>
                    <Td className="whitespace-nowrap">{chartSpan(bin.from, bin.until, spanMs)}</Td>
                    <Td className="text-right">
                      {bin.medianMs === null ? "–" : formatDuration(bin.medianMs)}
                    </Td>
                    <Td className="text-right">{bin.p95Ms === null ? "–" : formatDuration(bin.p95Ms)}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}
