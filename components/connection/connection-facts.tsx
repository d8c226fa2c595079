import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { TimeAgo } from "~/components/ui/time";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { APP_NAME, accountText } from "./connection-words";
import { KeysForm } from "./keys-form";

/** What is known about the account behind a connection; no secret is among it. */
export function ConnectionFacts({
  workspace,
  connection,
}: {
  workspace: string;
  connection: ConnectionView;
}) {
  return (
    <Panel>
      <PanelHeader title="Account" />
      <FactList
        facts={[
          { label: "App", value: APP_NAME[connection.app] + (connection.sandbox ? " (sandbox)" : "") },
          { label: "Account", value: accountText(connection) },
          { label: "Mode", value: connection.mode === "live" ? "Live" : connection.mode && "Test" },
          { label: "Region", value: connection.region?.toUpperCase() },
          {
            label: "Last checked",
            value: connection.checkedAt ? <TimeAgo iso={connection.checkedAt} /> : "never",
          },
          { label: "Connected", value: <TimeAgo iso={connection.createdAt} /> },
          { label: "Keys", value: "Encrypted with AES-256-GCM, and never shown." },
        ]}
      />
      {connection.sandbox ? null : <KeysForm workspace={workspace} connection={connection} />}
    </Panel>
  );
}
