import type { Metadata } from "next";
import { AppChoice } from "~/components/connection/app-choice";
import { OpenSandboxButton } from "~/components/sandbox/open-sandbox-button";
import { AppIcon } from "~/components/ui/app-icon";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Add connection" };

export default async function NewConnectionPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const connections = await api.connection.list({ workspace });
  const base = `/w/${workspace}/connections`;
  return (
    <>
      <PageHeader
        title="Add connection"
        breadcrumbs={[{ label: "Connections", href: base }, { label: "Add connection" }]}
      />
      <div className="grid max-w-3xl gap-3 sm:grid-cols-2">
        <AppChoice app="stripe" href={`${base}/new/stripe`} title="Stripe">
          Where your billing events come from. You need a restricted or secret key.
        </AppChoice>
        <AppChoice app="customerio" href={`${base}/new/customerio`} title="Customer.io">
          Where people, events and messages live. You need a Site ID and a Track API key.
        </AppChoice>
        <AppChoice app="http" href={`${base}/new/http`} title="Another web API">
          For HTTP steps: keeps the key of your CRM, your own backend or any API, and sends it nowhere else.
        </AppChoice>
        {connections.filter((connection) => connection.sandbox).length < 2 ? (
          <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-dashed border-control p-4 sm:col-span-2">
            <div className="flex min-w-0 items-start gap-3">
              <AppIcon app="core" size={32} />
              <div className="min-w-0">
                <p className="text-base font-medium">Just trying it out?</p>
                <p className="text-sm text-muted">
                  A simulated Stripe and a simulated Customer.io, connected with one click.
                </p>
              </div>
            </div>
            <OpenSandboxButton workspace={workspace} />
          </div>
        ) : null}
      </div>
    </>
  );
}
