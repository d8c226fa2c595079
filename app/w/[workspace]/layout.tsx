import type { Metadata } from "next";
import type { ReactNode } from "react";
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
  const [{ name, pausedAt, pausedBy }, members, user, { open: failures }] = await Promise.all([
    api.workspace.get({ workspace }),
    api.workspace.members({ workspace }),
    currentUser(),
    api.failure.count({ workspace }),
  ]);
  const role = members.find(({ id }) => id === user?.id)?.role ?? "viewer";
  const shell = { workspace, name, email: user?.email ?? "", role, failures };
  return (
    <div className="md:flex">
      <SkipLink />
      <Sidebar {...shell} />
      <TopBar {...shell} />
      <main id="content" className="min-w-0 flex-1 px-4 py-5 sm:px-6 md:px-8 md:py-7">
        <div className="mx-auto max-w-6xl">
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
    </div>
  );
}
