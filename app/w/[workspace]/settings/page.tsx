import type { Metadata } from "next";
import { ChannelPanel } from "~/components/settings/channel-panel";
import { MemberPanel } from "~/components/settings/member-panel";
import { OperationsPanel } from "~/components/settings/operations-panel";
import { TokenPanel } from "~/components/settings/token-panel";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const [view, members, channels, tokens, user] = await Promise.all([
    api.workspace.get({ workspace }),
    api.workspace.members({ workspace }),
    api.channel.list({ workspace }),
    api.token.list({ workspace }),
    currentUser(),
  ]);
  const role = members.find(({ id }) => id === user?.id)?.role;
  const isOwner = role === "owner";
  const canEdit = isOwner || role === "editor";
  const invitations = isOwner ? await api.member.invitations({ workspace }) : null;
  const rows = tokens.map((token) => ({
    ...token,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    createdAt: token.createdAt.toISOString(),
  }));
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <Panel>
        <PanelHeader title="Workspace" />
        <FactList
          facts={[
            { label: "Name", value: view.name },
            { label: "Address", value: <span className="font-mono text-xs">/w/{view.slug}</span> },
          ]}
        />
      </Panel>
      <OperationsPanel workspace={workspace} view={view} canEdit={canEdit} isOwner={isOwner} />
      <MemberPanel workspace={workspace} members={members} invitations={invitations} me={user?.id} />
      <ChannelPanel workspace={workspace} channels={channels} canEdit={canEdit} />
      <TokenPanel workspace={workspace} tokens={rows} isOwner={isOwner} />
    </div>
  );
}
