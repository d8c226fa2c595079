import { Panel, PanelHeader } from "~/components/ui/card";
import { Code, CopyLine } from "~/components/ui/code";

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
          <>
            <p className="text-sm text-muted">
              If Billhook made the endpoint for you, there is nothing to do. Otherwise:
            </p>
            <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-sm text-muted marker:text-faint">
              <li>
                In Stripe, open <b className="font-medium text-ink">Developers → Webhooks</b> and add an
                endpoint with this address.
              </li>
              <li>
                Choose the events of your recipes, or <Code>*</Code> for all: what no recipe wants is only
                stored.
              </li>
              <li>
                The endpoint's signing secret must be the one you gave here; Billhook refuses anything that is
                not signed with it.
              </li>
            </ol>
          </>
        )}
      </div>
    </Panel>
  );
}
