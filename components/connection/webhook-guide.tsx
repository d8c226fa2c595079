import { Panel, PanelHeader } from "~/components/ui/card";
import { CopyLine } from "~/components/ui/code";

/** Where Stripe has to send events, and how to tell it. */
export function WebhookGuide({ url, sandbox }: { url: string; sandbox: boolean }) {
  return (
    <Panel>
      <PanelHeader title="Webhook address" description="Stripe sends every event of the account here." />
      <div className="flex flex-col gap-3 p-4">
        <CopyLine value={url} what="webhook address" />
        {sandbox ? (
          <p className="text-sm text-muted">
            The sandbox already sends its events here, signed the way Stripe signs them. There is nothing to
            set up.
          </p>
        ) : (
          <Instructions url={url} />
        )}
      </div>
    </Panel>
  );
}

function Instructions({ url }: { url: string }) {
  return (
    <>
      <p className="text-sm text-muted">
        If Billhook made the endpoint for you, there is nothing to do. If you gave a signing secret yourself:
      </p>
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
