import { StillBell } from "~/components/illustration/post";
import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import type { ChannelView } from "~/server/services/channel/schemas";
import { AddChannel } from "./add-channel";
import { ChannelActions } from "./channel-actions";
import { CHANNEL_KIND_WORDS } from "./channel-kinds";

interface ChannelPanelProps {
  workspace: string;
  channels: ChannelView[];
  canEdit: boolean;
}

/** The ways in which the team is told something. */
export function ChannelPanel({ workspace, channels, canEdit }: ChannelPanelProps) {
  return (
    <Panel>
      <PanelHeader
        title="Channels"
        description="How your team is told something: by a notify step of a recipe, and when something fails."
        actions={canEdit ? <AddChannel workspace={workspace} /> : null}
      />
      {channels.length === 0 ? (
        <EmptyState art={<StillBell />} title="There is no channel yet">
          {canEdit ? "Add one" : "An editor of the workspace can add one"}, so that a recipe can tell your
          team by e-mail, in Slack, through a webhook or in a database that a customer canceled or a payment
          failed.
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {channels.map((channel) => (
            <ChannelRow key={channel.id} workspace={workspace} channel={channel} canEdit={canEdit} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ChannelRow({
  workspace,
  channel,
  canEdit,
}: Pick<ChannelPanelProps, "workspace" | "canEdit"> & { channel: ChannelView }) {
  const { kind, name, label } = channel;
  const { icon: Icon, title } = CHANNEL_KIND_WORDS[kind];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 text-sm">
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-xs break-all text-faint">
          {title} · {label}
        </span>
      </span>
      {canEdit ? <ChannelActions workspace={workspace} channel={channel} /> : null}
    </li>
  );
}
