"use client";

import { RotateCcw } from "lucide-react";
import Link from "next/link";
import { Button } from "~/components/ui/button";
import type { StepRunView } from "~/server/services/run/schemas";
import { useRunActions } from "./run-actions-context";

/** Where a step's outcome comes from, and the button that runs the run again from it. */
export function StepOrigin({ step }: { step: Pick<StepRunView, "path" | "reusedFrom"> }) {
  const actions = useRunActions();
  if (!actions) return null;
  const { runAgainFrom, hrefOf } = actions;
  const { reusedFrom, path } = step;
  if (!reusedFrom && !runAgainFrom) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      {reusedFrom ? (
        <p className="text-sm text-muted">
          Done in an earlier run, and not done again:{" "}
          <Link href={hrefOf(reusedFrom)} className="rounded-sm text-accent-ink underline underline-offset-2">
            run {reusedFrom.slice(-8)}
          </Link>
        </p>
      ) : (
        <span />
      )}
      {runAgainFrom ? (
        <Button size="sm" variant="ghost" onClick={() => runAgainFrom(path)}>
          <RotateCcw aria-hidden />
          Run again from here
        </Button>
      ) : null}
    </div>
  );
}
