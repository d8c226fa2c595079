import { chartSpan, chartTime } from "~/components/run/chart-times";
import { StackedBars } from "~/components/run/stacked-bars";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Table, Td, THead, Th, Tr } from "~/components/ui/table";
import type { Overview } from "~/server/services/overview/schemas";
import { ChartLegend } from "./chart-legend";

/** How many runs began when, and how they ended. */
export function RunChart({ overview, base }: { overview: Overview; base: string }) {
  const { bins, since, until } = overview;
  const spanMs = Date.parse(until) - Date.parse(since);
  const stepMs = spanMs / bins.length;
  const rows = bins.map((bin) => ({ ...bin, label: chartSpan(bin.from, bin.until, spanMs) }));
  return (
    <Panel aria-labelledby="runs-over-time">
      <PanelHeader
        id="runs-over-time"
        title="Runs"
        actions={
          <ChartLegend
            entries={[
              { tone: "bg-accent", label: "Succeeded" },
              { tone: "bg-danger", label: "Failed" },
              { tone: "bg-control/60", label: "Filtered, canceled" },
              { tone: "bg-warn", label: "Not ended" },
            ]}
          />
        }
      />
      <div className="px-4 pt-4 pb-2">
        <StackedBars
          className="h-36"
          bars={rows.map((bin) => ({
            label: `${bin.label}: ${bin.total.toLocaleString("en")} runs, ${bin.failed.toLocaleString("en")} failed`,
            href: `${base}/runs?mode=live&from=${bin.from}&to=${bin.until}`,
            parts: [
              { tone: "ok", count: bin.succeeded },
              { tone: "quiet", count: bin.filtered + bin.canceled },
              { tone: "open", count: bin.unfinished },
              { tone: "bad", count: bin.failed },
            ],
          }))}
        />
        <Axis from={chartTime(since, stepMs, spanMs)} until={`${chartTime(until, stepMs, spanMs)} UTC`} />
        <Disclosure className="mt-1" summary={<span className="text-xs">As a table</span>}>
          <Table label="Runs over time">
            <THead>
              <tr>
                <Th>Time, UTC</Th>
                <Th className="text-right">Succeeded</Th>
                <Th className="text-right">Failed</Th>
                <Th className="text-right">Filtered, canceled</Th>
                <Th className="text-right">Not ended</Th>
              </tr>
            </THead>
            <tbody className="tabular-nums">
              {rows.map((bin) => (
                <Tr key={bin.from}>
                  <Td className="whitespace-nowrap">{bin.label}</Td>
                  <Td className="text-right">{bin.succeeded.toLocaleString("en")}</Td>
                  <Td className="text-right">{bin.failed.toLocaleString("en")}</Td>
                  <Td className="text-right">{(bin.filtered + bin.canceled).toLocaleString("en")}</Td>
                  <Td className="text-right">{bin.unfinished.toLocaleString("en")}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Disclosure>
      </div>
    </Panel>
  );
}

/** The two ends of a chart's time. */
export function Axis({ from, until }: { from: string; until: string }) {
  return (
    <p aria-hidden className="mt-1 flex justify-between text-2xs text-faint tabular-nums">
      <span>{from}</span>
      <span>{until}</span>
    </p>
  );
}
