import { AlarmClock, CircleQuestionMark, UserRound } from "lucide-react";
import Link from "next/link";
import { Badge } from "~/components/ui/badge";
import { cn } from "~/components/ui/cn";
import { TimeAgo } from "~/components/ui/time";
import type { FailureGroup } from "~/server/services/failure/schemas";
import { personText, placeOf, runsText } from "./failure-words";

interface FailureRowProps {
  group: FailureGroup;
  href: string;
  /** Absent for somebody who only looks. */
  selection?: { selected: boolean; onSelect: () => void };
}

/** One cause: where, what, what to do, how often; the whole row leads to it. */
export function FailureRow({ group, href, selection }: FailureRowProps) {
  const { key, recipeName, error, status, count, lastAt } = group;
  const place = placeOf(group);
  return (
    <li
      className={cn(
        "relative flex gap-3 px-4 py-3 transition-colors hover:bg-hover/60",
        selection?.selected && "bg-accent-soft",
      )}
    >
      {selection ? (
        <input
          type="checkbox"
          aria-label={`Select ${recipeName}: ${error.message}`}
          checked={selection.selected}
          onChange={selection.onSelect}
          className="relative z-10 mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:size-5"
        />
      ) : null}
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <Link
            href={href}
            data-failure={key}
            className="min-w-0 truncate text-sm font-medium text-ink after:absolute after:inset-0 hover:text-accent-ink focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {recipeName}
            {place ? <span className="font-normal text-muted"> · {place}</span> : null}
          </Link>
          <TimeAgo iso={lastAt} className="shrink-0 text-xs text-faint" />
        </div>
        <p className={cn("line-clamp-2 text-sm", status === "failed" ? "text-danger" : "text-warn")}>
          {error.message}
        </p>
        {error.remedy ? <p className="line-clamp-2 text-xs text-muted">{error.remedy}</p> : null}
        <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
          <Badge>{runsText(count)}</Badge>
          {error.status ? <Badge>Answer {error.status}</Badge> : null}
          {status === "outcome_unknown" ? (
            <Badge tone="warn">
              <CircleQuestionMark aria-hidden />
              We do not know whether it was done
            </Badge>
          ) : null}
          <Marks group={group} />
        </div>
      </div>
    </li>
  );
}

function Marks({ group: { assignee, snoozedUntil } }: { group: FailureGroup }) {
  return (
    <>
      {assignee ? (
        <Badge tone="info">
          <UserRound aria-hidden />
          {personText(assignee)}
        </Badge>
      ) : null}
      {snoozedUntil ? (
        <Badge>
          <AlarmClock aria-hidden />
          Back <TimeAgo iso={snoozedUntil} />
        </Badge>
      ) : null}
    </>
  );
}
