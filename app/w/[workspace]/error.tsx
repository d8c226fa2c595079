"use client";

import { BrokenPage } from "~/components/illustration/lost";
import { Button } from "~/components/ui/button";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";

/** One page failed; the menu stays. */
export default function WorkspaceError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Panel>
      <h1 className="sr-only">Error</h1>
      <EmptyState
        art={<BrokenPage />}
        title="This page could not be shown"
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            <LinkButton href="/start">Back to the overview</LinkButton>
          </>
        }
      >
        Events keep arriving and runs go on; only the page is affected.
        {error.digest ? ` Code for whoever runs this install: ${error.digest}.` : ""}
      </EmptyState>
    </Panel>
  );
}
