"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import type { ChannelView } from "~/server/services/channel/schemas";
import { ChannelForm } from "./channel-form";

/** Renames a channel or leads it elsewhere; recipes and rules keep using it. */
export function EditChannel({ workspace, channel }: { workspace: string; channel: ChannelView }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Edit
        <span className="sr-only"> {channel.name}</span>
      </Button>
      <Dialog open={open} onClose={close} title={`Edit ${channel.name}`}>
        <ChannelForm workspace={workspace} channel={channel} onDone={close} />
      </Dialog>
    </>
  );
}
