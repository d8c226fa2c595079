"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { CopyLine } from "~/components/ui/code";
import { Dialog } from "~/components/ui/dialog";
import type { CreatedChannel } from "~/server/services/channel/schemas";
import { ChannelForm } from "./channel-form";

/** Asks where a channel leads, then shows a webhook's signing secret: the only time it can be read. */
export function AddChannel({ workspace }: { workspace: string }) {
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  function close() {
    setOpen(false);
    setSecret(null);
  }
  const added = (channel: CreatedChannel) => (channel.secret ? setSecret(channel.secret) : close());
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Add channel
      </Button>
      <Dialog open={open} onClose={close} title={secret ? "Copy the signing secret now" : "Add a channel"}>
        {secret ? (
          <>
            <Alert tone="warn">
              It is shown only this once. Your program checks with it that a message is from Billhook;{" "}
              <a href="/docs/notify" target="_blank" className="underline underline-offset-2" rel="noopener">
                the docs show how
              </a>
              .
            </Alert>
            <CopyLine value={secret} what="signing secret" />
            <Button variant="primary" onClick={close} className="self-end">
              Done
            </Button>
          </>
        ) : (
          <ChannelForm workspace={workspace} onDone={added} />
        )}
      </Dialog>
    </>
  );
}
