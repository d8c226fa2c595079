import { Panel, PanelHeader } from "~/components/ui/card";
import { CopyLine } from "~/components/ui/code";
import type { ConnectionView } from "~/server/services/connection/schemas";

/** Where Customer.io reports what became of messages, and what Billhook needs to believe it. */
export function ReportGuide({ connection, url }: { connection: ConnectionView; url: string }) {
  const { sandbox, canReport, webhookEvents: events = [] } = connection;
  return (
    <Panel>
      <PanelHeader
        title="Reports"
        description="Customer.io can tell here that a message was opened, clicked or bounced."
      />
      <div className="flex flex-col gap-3 p-4 text-sm text-muted">
        <CopyLine value={url} what="reporting webhook address" />
        {events.length > 0 ? (
          <>
            <p>Billhook set this up at Customer.io and keeps it up to date. Your live recipes listen to:</p>
            <ul className="flex flex-wrap gap-1.5">
              {events.map((event) => (
                <li key={event} className="rounded bg-sunken px-1.5 py-0.5 font-mono text-xs break-all">
                  {event}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>
            Nothing is sent yet. With an App API key, Billhook sets the reporting webhook up when a recipe
            first needs it; without one, add this address in Customer.io under{" "}
            <b className="font-medium text-ink">Integrations → Reporting Webhooks</b>.
          </p>
        )}
        {canReport || sandbox ? (
          <p>Reports are checked against the account's signing key.</p>
        ) : (
          <p>
            Reports must be signed: copy the signing key from that page in Customer.io and enter it below
            under “Change the keys”. Without it no recipe can start from a report.
          </p>
        )}
      </div>
    </Panel>
  );
}
