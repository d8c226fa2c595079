import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JobPanel, WorkerPanel } from "~/components/operator/machine-panels";
import { WorkspaceLines } from "~/components/operator/workspace-lines";
import { RefreshWhile } from "~/components/run/refresh-while";
import { SkipLink } from "~/components/shell/skip-link";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Operator", robots: { index: false } };

/** For whoever runs this install (`OPERATOR_EMAILS`); there is nothing here for anybody else. */
export default async function OperatorPage() {
  if (!(await currentUser())) notFound();
  const api = await caller();
  const { workspaces, workers, jobs, databaseBytes } = await api.operator.overview();
  return (
    <>
      <SkipLink />
      <main id="content" className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 py-7 sm:px-6">
        <PageHeader title="Operator" description="All queues of this install. No contents, no secrets." />
        <div className="flex flex-col gap-5">
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <WorkerPanel workers={workers} />
            <JobPanel jobs={jobs} databaseBytes={databaseBytes} />
          </div>
          <WorkspaceLines workspaces={workspaces} />
        </div>
      </main>
      <RefreshWhile active intervalMs={5000} />
    </>
  );
}
