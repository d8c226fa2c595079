"use client";

import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface ChannelActionsProps {
  workspace: string;
  id: string;
  name: string;
}

/** Send a test message through a channel, or remove it. */
export function ChannelActions({ workspace, id, name }: ChannelActionsProps) {
  const test = useAction(trpc.channel.test.mutate, { success: ({ detail }) => detail, refresh: false });
  const remove = useAction(trpc.channel.delete.mutate, { success: `${name} was removed` });
  return (
    <span className="flex gap-2">
      <Button size="sm" pending={test.pending} onClick={() => test.run({ workspace, id })}>
        Send a test
        <span className="sr-only"> through {name}</span>
      </Button>
      <ConfirmButton
        size="sm"
        variant="danger"
        title={`Remove ${name}?`}
        description="Its addresses are erased. A channel that a live recipe uses cannot be removed: pause that recipe first."
        confirmLabel="Remove channel"
        onConfirm={() => remove.run({ workspace, id })}
      >
        Remove
        <span className="sr-only"> {name}</span>
      </ConfirmButton>
    </span>
  );
}
