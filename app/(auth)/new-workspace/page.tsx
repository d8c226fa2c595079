import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NewWorkspaceForm } from "~/components/auth/new-workspace-form";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "New workspace", robots: { index: false } };

/** Another workspace, or the first one for somebody who left theirs. */
export default async function NewWorkspacePage() {
  if (!(await currentUser())) redirect("/sign-in?callbackUrl=%2Fnew-workspace");
  return (
    <>
      <h1 className="text-lg font-semibold tracking-tight">New workspace</h1>
      <p className="text-sm text-muted">
        Connections, recipes and runs belong to one workspace, and nobody outside it sees them.
      </p>
      <NewWorkspaceForm />
    </>
  );
}
