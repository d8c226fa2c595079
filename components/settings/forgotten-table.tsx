import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Table, Td, THead, Th, Tr } from "~/components/ui/table";
import type { StoredView } from "~/server/services/workspace/stored-schemas";

const month = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** How much of each month was forgotten. */
export function ForgottenTable({ forgotten }: { forgotten: StoredView["forgotten"] }) {
  return (
    <Panel>
      <PanelHeader
        title="Forgotten"
        description="By the month in which it came (UTC). Only the numbers are left."
      />
      {forgotten.length === 0 ? (
        <EmptyState title="Nothing was forgotten yet">Nothing here is older than it is kept.</EmptyState>
      ) : (
        <Table label="Forgotten">
          <THead>
            <tr>
              <Th>Month</Th>
              <Th className="text-right">Events</Th>
              <Th className="text-right">Runs</Th>
            </tr>
          </THead>
          <tbody>
            {forgotten.map((row) => (
              <Tr key={row.month}>
                <Td>{month.format(new Date(`${row.month}-01T00:00:00Z`))}</Td>
                <Td className="text-right tabular-nums">{row.events.toLocaleString("en")}</Td>
                <Td className="text-right tabular-nums">{row.runs.toLocaleString("en")}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
