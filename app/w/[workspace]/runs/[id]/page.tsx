import type { Metadata } from "next";
import { LiveRun } from "~/components/run/live-run";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";
import { ACTIONS } from "~/server/connectors/catalog";

interface RunPageProps {
  params: Promise<{ workspace: string; id: string }>;
}

export const metadata: Metadata = { title: "Run" };

const TITLES = Object.fromEntries(ACTIONS.map((action) => [action.id, action.title]));

export default async function RunPage({ params }: RunPageProps) {
  const { workspace, id } = await params;
  const api = await caller(workspace);
  const [run, members, user] = await Promise.all([
    api.run.get({ workspace, id }),
    api.workspace.members({ workspace }),
    currentUser(),
  ]);
  const role = members.find((member) => member.id === user?.id)?.role;
  return (
    <>
      <PageHeader
        title={run.recipeName}
        breadcrumbs={[{ label: "Runs", href: `/w/${workspace}/runs` }, { label: `Run ${run.id.slice(-8)}` }]}
      />
      <LiveRun
        key={run.id}
        initial={run}
        workspace={workspace}
        titles={TITLES}
        canEdit={role === "owner" || role === "editor"}
      />
    </>
  );
}
