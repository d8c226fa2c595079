import type { Metadata } from "next";
import { EventFeed } from "~/components/sandbox/event-feed";
import { LiveRefresh } from "~/components/sandbox/live-refresh";
import { NoSandbox } from "~/components/sandbox/no-sandbox";
import { OpenSandboxButton } from "~/components/sandbox/open-sandbox-button";
import { SandboxHeader } from "~/components/sandbox/sandbox-header";
import { StripeConsole } from "~/components/sandbox/stripe-console";
import { Alert } from "~/components/ui/alert";
import { caller } from "~/server/api/caller";
import type { EmittedEventView } from "~/server/services/sandbox/views";

export const metadata: Metadata = { title: "Stripe sandbox" };

export default async function StripeSandboxPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const state = await api.sandbox.stripe({ workspace });
  return (
    <>
      <SandboxHeader
        workspace={workspace}
        current="stripe"
        description="A simulated Stripe account. What you do here reaches your recipes as signed webhooks."
      />
      {state ? (
        <>
          {state.connectionId ? null : (
            <Alert tone="warn" title="This account is not connected any more" className="mb-5">
              <p className="mb-2">Its connection was deleted, so no event can be delivered.</p>
              <OpenSandboxButton workspace={workspace} label="Connect it again" />
            </Alert>
          )}
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
            <StripeConsole workspace={workspace} state={state} />
            <EventFeed events={state.events} workspace={workspace} />
          </div>
          <LiveRefresh intervalMs={isSettled(state.events) ? 2000 : 500} />
        </>
      ) : (
        <NoSandbox workspace={workspace} />
      )}
    </>
  );
}

/** False while an event is on its way or a run of one is under way: then the page looks more often. */
function isSettled(events: EmittedEventView[]): boolean {
  return events.every(
    ({ delivery, received }) =>
      delivery.status !== "pending" &&
      !received?.runs.some((run) => run.status === "queued" || run.status === "running"),
  );
}
