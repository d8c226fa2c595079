import type { Metadata } from "next";
import { HelpList } from "~/components/connection/help-list";
import { OAuthLink } from "~/components/connection/oauth-link";
import { PermissionTable } from "~/components/connection/permission-table";
import { StripeForm } from "~/components/connection/stripe-form";
import { Panel } from "~/components/ui/card";
import { Code } from "~/components/ui/code";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Connect Stripe" };

const STEPS = [
  { id: "where", text: "In Stripe, open Developers → API keys." },
  {
    id: "make",
    text: "Create a restricted key with the permissions below. A secret key works too, but may do more than needed.",
  },
  { id: "copy", text: "Copy it at once: Stripe shows a live key only one time." },
];

export default async function ConnectStripePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { stripeOAuth } = await (await caller(workspace)).connection.ways({ workspace });
  const base = `/w/${workspace}/connections`;
  return (
    <>
      <PageHeader
        title="Connect Stripe"
        breadcrumbs={[
          { label: "Connections", href: base },
          { label: "Add connection", href: `${base}/new` },
          { label: "Stripe" },
        ]}
      />
      <div className="grid max-w-4xl items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        <Panel className="p-4 sm:p-5">
          {stripeOAuth ? (
            <div className="mb-5 flex flex-col items-start gap-3 border-b pb-5">
              <p className="text-sm text-muted">
                The quickest way: Stripe asks you which account Billhook may use. There is no key to copy, and
                you can take the access back in Stripe at any time.
              </p>
              <OAuthLink workspace={workspace} primary />
              <p className="text-xs text-faint">Or paste a key instead:</p>
            </div>
          ) : null}
          <StripeForm workspace={workspace} />
        </Panel>
        <HelpList title="Where to find the key" steps={STEPS}>
          <PermissionTable />
          <p className="mt-3">
            Keys with <Code>_test_</Code> reach test data only; <Code>_live_</Code> keys reach your real
            customers. Connect both if you like: they are separate connections.
          </p>
        </HelpList>
      </div>
    </>
  );
}
