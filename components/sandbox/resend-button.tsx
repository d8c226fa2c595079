"use client";

import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** Posts an undelivered event again. */
export function ResendButton({ workspace, eventId }: { workspace: string; eventId: string }) {
  const resend = useAction(trpc.sandbox.resend.mutate);
  return (
    <Button size="sm" pending={resend.pending} onClick={() => resend.run({ workspace, eventId })}>
      Send again
    </Button>
  );
}
