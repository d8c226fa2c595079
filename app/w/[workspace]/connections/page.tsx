import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { ConnectionTable } from "~/components/connection/connection-table";
import { OpenPlug } from "~/components/illustration/traffic";
import { OpenSandboxButton } from "~/components/sandbox/open-sandbox-button";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const connections = await api.connection.list({ workspace });
  const add = `/w/${workspace}/connections/new`;
  return (
    <>
      <PageHeader
        title="Connections"
        description="The accounts and web APIs that your recipes use."
        actions={
          <LinkButton variant="primary" href={add}>
            <Plus aria-hidden />
            Add connection
          </LinkButton>
        }
      />
      <Panel>
        {connections.length > 0 ? (
          <ConnectionTable connections={connections} workspace={workspace} />
        ) : (
          <EmptyState
            art={<OpenPlug />}
            title="Nothing is connected yet"
            actions={
              <>
                <OpenSandboxButton workspace={workspace} />
                <LinkButton href={add}>Connect real accounts</LinkButton>
              </>
            }
          >
            No keys at hand? Open sandbox accounts: a simulated Stripe and a simulated Customer.io that behave
            like the real ones.
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
