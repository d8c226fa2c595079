"use client";

import { useParams } from "next/navigation";
import { EmptyTray } from "~/components/illustration/calm";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";

/** A cause without open runs has left the inbox. */
export default function NotFound() {
  const { workspace } = useParams<{ workspace: string }>();
  return (
    <Panel>
      <h1 className="sr-only">Nothing open</h1>
      <EmptyState
        art={<EmptyTray />}
        title="Nothing of this is open any more"
        actions={<LinkButton href={`/w/${workspace}/inbox`}>Back to the inbox</LinkButton>}
      >
        Its runs were run again or resolved. Should the same failure come back, it is in the inbox again.
      </EmptyState>
    </Panel>
  );
}
