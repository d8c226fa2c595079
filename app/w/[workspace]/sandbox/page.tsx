import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoSandbox } from "~/components/sandbox/no-sandbox";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Sandbox" };

export default async function SandboxPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  if (await api.sandbox.stripe({ workspace })) redirect(`/w/${workspace}/sandbox/stripe`);
  return (
    <>
      <PageHeader
        title="Sandbox"
        description="Simulated accounts, so that you can see everything work before you have any key."
      />
      <NoSandbox workspace={workspace} />
    </>
  );
}
