import type { Metadata } from "next";
import type { ReactNode } from "react";
import { RunningOperations } from "~/components/operation/operations-context";
import { OfflineNotice } from "~/components/shell/offline-notice";
import { Overlays } from "~/components/shell/palette/overlays";
import { PausedBanner } from "~/components/shell/paused-banner";
import { Sidebar } from "~/components/shell/sidebar";
import { SkipLink } from "~/components/shell/skip-link";
import { TopBar } from "~/components/shell/top-bar";
import { Toaster } from "~/components/ui/toaster";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { robots: { index: false } };

interface WorkspaceLayoutProps {
  children: ReactNode;
  params: Promise<{ workspace: string }>;
}

/** The frame of every workspace page. Pages check access themselves; here it decides the answer's status. */
export default async function WorkspaceLayout({ children, params }: WorkspaceLayoutProps) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const [{ name, pausedAt, pausedBy }, members, user, { open: failures }, operations, workspaces] =
    await Promise.all([
      api.workspace.get({ workspace }),
      api.workspace.members({ workspace }),
      currentUser(),
      api.failure.count({ workspace }),
      api.operation.list({ workspace, status: "running", limit: 3 }),
      api.workspace.list(),
    ]);
  const role = members.find(({ id }) => id === user?.id)?.role ?? "viewer";
  const shell = { workspace, workspaces, name, email: user?.email ?? "", role, failures };
  return (
    <div className="md:flex">
      <SkipLink />
      <RunningOperations workspace={workspace} initial={operations.data}>
        <Sidebar {...shell} />
        <TopBar {...shell} />
      </RunningOperations>
      <main id="content" className="min-w-0 flex-1 px-4 py-5 sm:px-6 md:px-8 md:py-7">
        <div className="mx-auto max-w-6xl has-data-full-width:max-w-none">
          {pausedAt ? (
            <PausedBanner
              workspace={workspace}
              pausedAt={pausedAt}
              pausedBy={pausedBy}
              canEdit={role !== "viewer"}
            />
          ) : null}
          {children}
        </div>
      </main>
      <Toaster />
      <Overlays workspace={workspace} canEdit={role !== "viewer"} paused={pausedAt !== null} />
      <OfflineNotice />
    </div>
  );
}
