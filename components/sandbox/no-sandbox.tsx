import { Vessel } from "~/components/illustration/traffic";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { OpenSandboxButton } from "./open-sandbox-button";

/** What every sandbox page shows before the accounts exist. */
export function NoSandbox({ workspace }: { workspace: string }) {
  return (
    <Panel>
      <EmptyState
        art={<Vessel />}
        title="Try the whole way without any key"
        actions={<OpenSandboxButton workspace={workspace} />}
      >
        One click makes a simulated Stripe and a simulated Customer.io account in this workspace, each with
        its connection. Stripe events are signed and delivered as real ones; nothing leaves Billhook.
      </EmptyState>
    </Panel>
  );
}
