import { chartSpan } from "~/components/run/chart-times";
import { StackedBars } from "~/components/run/stacked-bars";
import { Panel, PanelHeader } from "~/components/ui/card";
import type { Overview } from "~/server/services/overview/schemas";
import { ChartLegend } from "./chart-legend";
import { ChartTable } from "./chart-table";

/** How many runs began when, and how they ended. */
export function RunChart({ overview, base }: { overview: Overview; base: string }) {
  const { bins, since, until } = overview;
  const spanMs = Date.parse(until) - Date.parse(since);
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
        <ChartTable
          overview={overview}
          label="Runs over time"
          columns={["Succeeded", "Failed", "Filtered, canceled", "Not ended"]}
          rows={rows.map(({ from, label, succeeded, failed, filtered, canceled, unfinished }) => ({
            key: from,
            time: label,
            cells: [succeeded, failed, filtered + canceled, unfinished].map((n) => n.toLocaleString("en")),
          }))}
        />
      </div>
    </Panel>
  );
}
