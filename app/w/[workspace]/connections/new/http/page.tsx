import type { Metadata } from "next";
import Link from "next/link";
import { HelpList } from "~/components/connection/help-list";
import { HttpForm } from "~/components/connection/http-form";
import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Connect a web API" };

const STEPS = [
  { id: "docs", text: "Look up “Authentication” in the API's documentation, and make a key there." },
  { id: "little", text: "Give that key only the permissions that your recipes need." },
  { id: "use", text: "Choose this connection in an HTTP step. The key is added to the request for you." },
];

export default async function ConnectHttpPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await caller(workspace);
  const base = `/w/${workspace}/connections`;
  return (
    <>
      <PageHeader
        title="Connect a web API"
        breadcrumbs={[
          { label: "Connections", href: base },
          { label: "Add connection", href: `${base}/new` },
          { label: "Web API" },
        ]}
      />
      <div className="grid max-w-4xl items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        <Panel className="p-4 sm:p-5">
          <HttpForm workspace={workspace} />
        </Panel>
        <HelpList title="How to connect an API" steps={STEPS}>
          <p>
            The key is encrypted, never shown again, and masked in the log. It goes to this origin only, also
            when the API redirects.{" "}
            <Link href="/docs/http" className="underline">
              More about HTTP steps
            </Link>
          </p>
        </HelpList>
      </div>
    </>
  );
}
