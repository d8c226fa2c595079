"use client";

import { RefreshCw } from "lucide-react";
import Link from "next/link";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { formatUtc } from "~/components/ui/format-time";
import { TimeAgo } from "~/components/ui/time";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { HealedView, HealingView } from "~/server/services/connection/healing-schemas";

interface HealingPanelProps {
  workspace: string;
  id: string;
  healing: HealingView;
}

/** How Stripe's own list of events was compared with what arrived, and a button to do so now. */
export function HealingPanel({ workspace, id, healing }: HealingPanelProps) {
  const { listening, comparing, lastAt, nextAt, found, lastFound, lastFoundAt, problem, lost } = healing;
  const look = useAction(trpc.connection.heal.mutate, { toastError: false, success: toldBy });
  return (
    <Panel aria-labelledby="healing-title">
      <PanelHeader
        id="healing-title"
        title="Lost events"
        description="Every five minutes Stripe's own list of events is compared with what arrived. What is missing is taken as if its webhook had come."
      />
      {problem ? (
        <Alert tone="warn" title="The last comparison failed" className="mx-4 mt-4">
          {problem}
        </Alert>
      ) : null}
      {lost ? (
        <Alert tone="warn" title="Some time could not be compared" className="mx-4 mt-4">
          From {formatUtc(lost.from)} to {formatUtc(lost.to)} nobody compared, and Stripe keeps events for 30
          days only: what got lost in that time cannot be found any more. Look at Stripe's dashboard if it
          matters.
        </Alert>
      ) : null}
      <FactList
        facts={[
          {
            label: "Last compared",
            value: lastAt ? <TimeAgo iso={lastAt} /> : listening ? "not yet" : "never",
          },
          {
            label: "Next",
            value: comparing
              ? "a comparison is under way"
              : listening && nextAt
                ? formatUtc(nextAt)
                : listening
                  ? "in a moment"
                  : "once a recipe is live that Stripe's events start",
          },
          {
            label: "Recovered",
            value: (
              <Recovered workspace={workspace} id={id} found={found} last={lastFound} lastAt={lastFoundAt} />
            ),
          },
        ]}
      />
      <div className="flex flex-col items-start gap-3 border-t p-4" aria-live="polite">
        {listening ? (
          <Button pending={look.pending} onClick={() => look.run({ workspace, id })}>
            {look.pending ? null : <RefreshCw aria-hidden />}
            {look.pending ? "Comparing…" : "Look now"}
          </Button>
        ) : (
          <p className="text-sm text-muted">While no live recipe listens, nothing can get lost.</p>
        )}
        {look.error ? <Alert tone="danger" title={look.error.message} /> : null}
      </div>
    </Panel>
  );
}

function toldBy({ foundNow, comparing, problem }: HealedView): string {
  if (problem) return "Stripe could not be asked: see why below";
  if (foundNow > 0)
    return foundNow === 1 ? "1 lost event was recovered" : `${foundNow} lost events were recovered`;
  return comparing ? "A comparison is under way already" : "Nothing is missing";
}

interface RecoveredProps {
  workspace: string;
  id: string;
  found: number;
  last: number;
  lastAt: string | null;
}

function Recovered({ workspace, id, found, last, lastAt }: RecoveredProps) {
  if (found === 0) return "nothing has been missing";
  return (
    <>
      <Link
        href={`/w/${workspace}/events?source=backfill&origin=${id}`}
        className="text-accent-ink underline underline-offset-2"
      >
        {found === 1 ? "1 event" : `${found} events`}
      </Link>
      {lastAt ? (
        <span className="text-muted">
          , {last === found ? "all of them" : `the last ${last}`} <TimeAgo iso={lastAt} />
        </span>
      ) : null}
    </>
  );
}
