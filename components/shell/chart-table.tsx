import type { ReactNode } from "react";
import { chartTime } from "~/components/run/chart-times";
import { Disclosure } from "~/components/ui/disclosure";
import { Table, Td, THead, Th, Tr } from "~/components/ui/table";
import type { Overview } from "~/server/services/overview/schemas";

interface ChartTableProps {
  overview: Overview;
  /** Names the table. */
  label: string;
  columns: readonly string[];
  /** One for each part of the time: when it was, and a number for each column. */
  rows: readonly { key: string; time: string; cells: readonly ReactNode[] }[];
}

/** What stands below a chart over time: the two ends of that time, and the same numbers as a table. */
export function ChartTable({ overview: { since, until, bins }, label, columns, rows }: ChartTableProps) {
  const spanMs = Date.parse(until) - Date.parse(since);
  const stepMs = spanMs / bins.length;
  return (
    <>
      <p aria-hidden className="mt-1 flex justify-between text-2xs text-faint tabular-nums">
        <span>{chartTime(since, stepMs, spanMs)}</span>
        <span>{chartTime(until, stepMs, spanMs)} UTC</span>
      </p>
      <Disclosure className="mt-1" summary={<span className="text-xs">As a table</span>}>
        <Table label={label}>
          <THead>
            <tr>
              <Th>Time, UTC</Th>
              {columns.map((column) => (
                <Th key={column} className="text-right">
                  {column}
                </Th>
              ))}
            </tr>
          </THead>
          <tbody className="tabular-nums">
            {rows.map(({ key, time, cells }) => (
              <Tr key={key}>
                <Td className="whitespace-nowrap">{time}</Td>
                {columns.map((column, index) => (
                  <Td key={column} className="text-right">
                    {cells[index]}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </>
  );
}
