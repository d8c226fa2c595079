import type { Metadata } from "next";
import { ExportPanel } from "~/components/notification/export-panel";
import { RulePanel } from "~/components/notification/rule-panel";
import { Lead } from "~/components/settings/lead";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const [rules, channels, list, members, user] = await Promise.all([
    api.notification.list({ workspace }),
    api.channel.list({ workspace }),
    api.recipe.list({ workspace }),
    api.workspace.members({ workspace }),
    currentUser(),
  ]);
  const recipes = list.map(({ id, name }) => ({ id, name }));
  const canEdit = members.find(({ id }) => id === user?.id)?.role !== "viewer";
  return (
    <>
      <Lead>How your team learns that something failed.</Lead>
      <div className="flex max-w-3xl flex-col gap-5">
        <RulePanel
          workspace={workspace}
          rules={rules}
          channels={channels}
          recipes={recipes}
          canEdit={canEdit}
        />
        <ExportPanel workspace={workspace} recipes={recipes} />
      </div>
    </>
  );
}
