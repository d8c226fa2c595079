import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "~/components/ui/copy-button";
import { formatDuration, formatUtc } from "~/components/ui/format-time";
import type { RunSummary } from "~/server/services/run/schemas";
import { durationOf, modeLabel } from "./run-words";

const LINK = "rounded-sm text-accent-ink underline-offset-2 hover:underline";

/** The facts of a run in one block: recipe, event, times, mode. */
export function RunFacts({ run, workspace }: { run: RunSummary; workspace: string }) {
  const duration = durationOf(run);
  const mode = modeLabel(run);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-lg border bg-surface p-4 text-sm md:grid-cols-4">
      <Fact term="Recipe">
        <Link href={`/w/${workspace}/recipes/${run.recipeId}`} className={LINK}>
          {run.recipeName}
        </Link>
        {run.version === null ? (
          <span className="text-faint"> draft</span>
        ) : (
          <>
            {" · "}
            <Link
              href={`/w/${workspace}/recipes/${run.recipeId}/versions#version-${run.version}`}
              className={LINK}
            >
              version {run.version}
            </Link>
          </>
        )}
      </Fact>
      <Fact term="Event">
        <Link href={`/w/${workspace}/events/${run.event.id}`} className={LINK}>
          {run.event.type}
        </Link>
        <span className="block truncate font-mono text-2xs text-faint" title={run.event.externalId}>
          {run.event.externalId}
        </span>
      </Fact>
      <Fact term="Started">
        {run.startedAt ? <time dateTime={run.startedAt}>{formatUtc(run.startedAt)}</time> : "Not yet"}
      </Fact>
      <Fact term={mode ? "Took, mode" : "Took"}>
        {duration === null ? "…" : formatDuration(duration)}
        {mode ? <span className="text-faint"> · {mode}</span> : null}
      </Fact>
      {run.rerunOf ? (
        <Fact term="Run again of">
          <Link href={`/w/${workspace}/runs/${run.rerunOf}`} className={LINK}>
            Run {run.rerunOf.slice(-8)}
          </Link>
        </Fact>
      ) : null}
      {run.mode === "live" && run.finishedAt && run.rerunOf === null ? (
        <Fact term="Event to end">
          {formatDuration(Date.parse(run.finishedAt) - Date.parse(run.createdAt))}
        </Fact>
      ) : null}
      <Fact term="Run id">
        <span className="flex items-center gap-1">
          <span className="min-w-0 truncate font-mono text-2xs">{run.id}</span>
          <CopyButton value={run.id} what="run id" className="h-5 px-1" />
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-faint">{term}</dt>
      <dd className="mt-0.5 break-words">{children}</dd>
    </div>
  );
}
