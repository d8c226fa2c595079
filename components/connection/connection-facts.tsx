import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { TimeAgo } from "~/components/ui/time";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { APP_NAME, accountText } from "./connection-words";
import { AUTH_CHOICES } from "./http-auth-table";
import { KeysForm } from "./keys-form";

/** What is known about the account behind a connection; no secret is among it. */
export function ConnectionFacts({
  workspace,
  connection,
}: {
  workspace: string;
  connection: ConnectionView;
}) {
  const canBeChecked = connection.app !== "http" || connection.auth === "oauth2";
  return (
    <Panel>
      <PanelHeader title="Account" />
      <FactList
        facts={[
          { label: "App", value: APP_NAME[connection.app] + (connection.sandbox ? " (sandbox)" : "") },
          connection.app === "http"
            ? { label: "Origin", value: connection.origin }
            : { label: "Account", value: accountText(connection) },
          { label: "Authentication", value: connection.auth && AUTH_CHOICES[connection.auth] },
          { label: "Mode", value: connection.mode === "live" ? "Live" : connection.mode && "Test" },
          { label: "Region", value: connection.region?.toUpperCase() },
          {
            label: "Last checked",
            value: connection.checkedAt ? (
              <TimeAgo iso={connection.checkedAt} />
            ) : canBeChecked ? (
              "never"
            ) : null,
          },
          { label: "Connected", value: <TimeAgo iso={connection.createdAt} /> },
          { label: "Access", value: connection.scopes === undefined ? null : scopeWords(connection.scopes) },
          { label: "Keys", value: "Encrypted with AES-256-GCM, and never shown." },
        ]}
      />
      {connection.sandbox || connection.scopes !== undefined ? null : (
        <KeysForm workspace={workspace} connection={connection} />
      )}
    </Panel>
  );
}

const SCOPE_WORDS: Record<string, string> = {
  read_write: "read and write",
  read_only: "read only",
  stripe_apps: "what the Stripe App asks for",
};

/** What the account's owner allowed at Stripe. */
function scopeWords(scopes: string): string {
  const known = scopes.split(" ").filter(Boolean);
  return `Granted at Stripe: ${known.map((scope) => SCOPE_WORDS[scope] ?? scope).join(", ") || "as the app asks"}`;
}
