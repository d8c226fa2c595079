"use client";

import Link from "next/link";
import { ErrorView } from "~/components/run/error-view";
import { RunTimeline } from "~/components/run/run-timeline";
import { meaningOf } from "~/components/run/status-words";
import { StatusBadge } from "~/components/ui/status-badge";
import type { RunView } from "~/server/services/run/schemas";
import { useEditor } from "./editor-context";

/** What a test did, step by step. */
export function TestResult({ run }: { run: RunView }) {
  const { workspace, catalog } = useEditor();
  const titles = Object.fromEntries(catalog.actions.map((action) => [action.id, action.title]));
  const isExplained = run.steps.some((step) => step.error);
  return (
    <section aria-labelledby="test-result" className="flex flex-col gap-3 border-t pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="test-result" className="text-sm font-semibold">
          Result
        </h2>
        <StatusBadge status={run.status} />
        <Link
          href={`/w/${workspace}/runs/${run.id}`}
          className="ml-auto text-sm text-accent-ink underline-offset-2 hover:underline"
        >
          Open this run
        </Link>
      </div>
      <p className="text-sm text-muted">
        {run.dryRun && run.status === "succeeded"
          ? "Nothing was sent. These are the requests it would send."
          : meaningOf(run)}
      </p>
      {run.error && !isExplained ? <ErrorView error={run.error} /> : null}
      <RunTimeline run={run} titles={titles} openAll={run.steps.length <= 3} />
    </section>
  );
}
