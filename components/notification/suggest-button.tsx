"use client";

import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** One click: an e-mail channel to who clicks, and the rules that most teams want. */
export function SuggestButton({ workspace }: { workspace: string }) {
  const suggest = useAction(trpc.notification.suggest.mutate, {
    success: "From now on you get a mail when something fails",
  });
  return (
    <Button variant="primary" pending={suggest.pending} onClick={() => suggest.run({ workspace })}>
      Tell me when something fails
    </Button>
  );
}
