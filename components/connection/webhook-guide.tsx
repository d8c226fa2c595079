import { Panel, PanelHeader } from "~/components/ui/card";
import { CopyLine } from "~/components/ui/code";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { ManagedEndpoint } from "./managed-endpoint";
import { SecretForm } from "./secret-form";

interface WebhookGuideProps {
  workspace: string;
  connection: ConnectionView;
  url: string;
}

/** Where Stripe has to send events, and how to tell it. */
export function WebhookGuide({ workspace, connection, url }: WebhookGuideProps) {
  const { sandbox, webhookEvents: events } = connection;
  return (
    <Panel>
      <PanelHeader title="Webhook address" description="Stripe sends the account's events here." />
      <div className="flex flex-col gap-3 p-4">
        <CopyLine value={url} what="webhook address" />
        {sandbox ? (
          <p className="text-sm text-muted">
            The sandbox already sends its events here, signed the way Stripe signs them. There is nothing to
            set up.
          </p>
        ) : events ? (
          <ManagedEndpoint events={events} apiVersion={connection.webhookApiVersion} />
        ) : (
          <Instructions url={url} />
        )}
        {sandbox ? null : <SecretForm workspace={workspace} id={connection.id} />}
      </div>
    </Panel>
  );
}

function Instructions({ url }: { url: string }) {
  return (
    <>
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-sm text-muted marker:text-faint">
        <li>
          In Stripe, open <b className="font-medium text-ink">Developers → Webhooks</b>, edit the endpoint
          that the secret belongs to, and give it this address.
        </li>
        <li>Choose the events of your recipes, or all: what no recipe wants is only stored.</li>
        <li>On a machine that Stripe cannot reach, let the Stripe CLI bring the events:</li>
      </ul>
      <CopyLine value={`stripe listen --forward-to ${url}`} what="command" />
      <p className="text-xs text-faint">
        Billhook refuses anything that is not signed with this connection's secret.
      </p>
    </>
  );
}
