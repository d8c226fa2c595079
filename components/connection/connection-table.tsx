import Link from "next/link";
import { AppIcon } from "~/components/ui/app-icon";
import { Badge } from "~/components/ui/badge";
import { StatusBadge } from "~/components/ui/status-badge";
import { ROW_LINK, Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { TimeAgo } from "~/components/ui/time";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { APP_NAME, accountText } from "./connection-words";

/** Every connection of a workspace; the row leads to its page. */
export function ConnectionTable({
  connections,
  workspace,
}: {
  connections: ConnectionView[];
  workspace: string;
}) {
  return (
    <Table label="Connections">
      <THead>
        <tr>
          <Th>Connection</Th>
          <Th className="max-sm:hidden">Account</Th>
          <Th>Health</Th>
          <Th className="text-right">Checked</Th>
        </tr>
      </THead>
      <tbody>
        {connections.map((connection) => (
          <Tr key={connection.id}>
            <Td>
              <div className="flex items-center gap-3">
                <AppIcon app={connection.app} size={28} />
                <div className="min-w-0">
                  <Link href={`/w/${workspace}/connections/${connection.id}`} className={ROW_LINK}>
                    {connection.name}
                  </Link>
                  <p className="text-xs text-faint">{APP_NAME[connection.app]}</p>
                </div>
              </div>
            </Td>
            <Td className="max-sm:hidden">
              <AccountFacts connection={connection} />
            </Td>
            <Td>
              <StatusBadge status={connection.status} />
            </Td>
            <Td className="text-right whitespace-nowrap text-faint">
              {connection.checkedAt ? <TimeAgo iso={connection.checkedAt} /> : "never"}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function AccountFacts({ connection }: { connection: ConnectionView }) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-muted">{accountText(connection)}</span>
      {connection.sandbox ? <Badge tone="accent">Sandbox</Badge> : null}
      {connection.mode === "live" ? <Badge tone="ok">Live mode</Badge> : null}
      {connection.mode === "test" && !connection.sandbox ? <Badge tone="warn">Test mode</Badge> : null}
      {connection.region ? <Badge>{connection.region.toUpperCase()}</Badge> : null}
    </div>
  );
}
