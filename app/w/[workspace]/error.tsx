"use client";

import { Button } from "~/components/ui/button";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";

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
        title="This page could not be shown"
        actions={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Events keep arriving and runs go on; only the page is affected.
        {error.digest ? ` Code for whoever runs this install: ${error.digest}.` : ""}
      </EmptyState>
    </Panel>
  );
}
