import type { Metadata } from "next";
import { CustomerioForm } from "~/components/connection/customerio-form";
import { HelpList } from "~/components/connection/help-list";
import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Connect Customer.io" };

const STEPS = [
  { id: "where", text: "In Customer.io, open Settings → Account settings → API credentials." },
  {
    id: "track",
    text: "Under “Tracking API keys”, copy the Site ID and the API key of the workspace you want.",
  },
  {
    id: "app",
    text: "Under “App API keys”, create a key if your recipes are to send transactional e-mails.",
  },
];

export default async function ConnectCustomerioPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await caller(workspace);
  const base = `/w/${workspace}/connections`;
  return (
    <>
      <PageHeader
        title="Connect Customer.io"
        breadcrumbs={[
          { label: "Connections", href: base },
          { label: "Add connection", href: `${base}/new` },
          { label: "Customer.io" },
        ]}
      />
      <div className="grid max-w-4xl items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        <Panel className="p-4 sm:p-5">
          <CustomerioForm workspace={workspace} />
        </Panel>
        <HelpList title="Where to find the keys" steps={STEPS}>
          <p>The region (US or EU) is found by asking Customer.io with your key; you need not know it.</p>
        </HelpList>
      </div>
    </>
  );
}
