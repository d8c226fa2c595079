import { Badge } from "~/components/ui/badge";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { TimeAgo } from "~/components/ui/time";
import type { OperatorView } from "~/server/services/operator/schemas";

const NUMBER = "text-right tabular-nums";

/** Every workspace's line, the longest first. */
export function WorkspaceLines({ workspaces }: { workspaces: OperatorView["workspaces"] }) {
  return (
    <Panel>
      <PanelHeader title="Workspaces" description="The longest line first, 500 at most." />
      <Table label="Workspaces">
        <THead>
          <tr>
            <Th>Name</Th>
            <Th className="text-right">Under way</Th>
            <Th className="text-right">In line</Th>
            <Th>Oldest in line</Th>
            <Th className="text-right">Failed in 1 h</Th>
          </tr>
        </THead>
        <tbody>
          {workspaces.map((row) => (
            <Tr key={row.id}>
              <Td>
                <span className="flex items-center gap-2">
                  <span className="font-medium">{row.name}</span>
                  {row.pausedAt ? <Badge tone="warn">Paused</Badge> : null}
                </span>
                <span className="block font-mono text-2xs text-faint">{row.slug}</span>
              </Td>
              <Td className={NUMBER}>
                {row.places.used} of {row.places.most}
              </Td>
              <Td className={NUMBER}>{row.inLine.toLocaleString("en")}</Td>
              <Td className="whitespace-nowrap text-muted">
                {row.oldestAt ? <TimeAgo iso={row.oldestAt} /> : "–"}
              </Td>
              <Td className={`${NUMBER} ${row.failedLastHour > 0 ? "text-danger" : ""}`}>
                {row.failedLastHour.toLocaleString("en")}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
