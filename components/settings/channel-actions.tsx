"use client";

import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { ChannelView } from "~/server/services/channel/schemas";
import { EditChannel } from "./edit-channel";

interface ChannelActionsProps {
  workspace: string;
  channel: ChannelView;
}

/** Send a test message through a channel, change it, or remove it. */
export function ChannelActions({ workspace, channel }: ChannelActionsProps) {
  const { id, name } = channel;
  const test = useAction(trpc.channel.test.mutate, { success: ({ detail }) => detail, refresh: false });
  const remove = useAction(trpc.channel.delete.mutate, { success: `${name} was removed` });
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="sm" pending={test.pending} onClick={() => test.run({ workspace, id })}>
        Send a test
        <span className="sr-only"> through {name}</span>
      </Button>
      <EditChannel workspace={workspace} channel={channel} />
      <ConfirmButton
        size="sm"
        variant="danger"
        title={`Remove ${name}?`}
        description="Its addresses are erased. A channel that a live recipe or a notification rule uses cannot be removed."
        confirmLabel="Remove channel"
        onConfirm={() => remove.run({ workspace, id })}
      >
        Remove
        <span className="sr-only"> {name}</span>
      </ConfirmButton>
    </span>
  );
}
