import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { Panel, PanelHeader } from "~/components/ui/card";
import { MoreLink } from "~/components/ui/more-link";
import { TimeAgo } from "~/components/ui/time";
import type { TopFailure } from "~/server/services/overview/schemas";

/** What failed most often, each cause with how often and with its reason. */
export function FailureList({ failures, workspace }: { failures: TopFailure[]; workspace: string }) {
  const inbox = `/w/${workspace}/inbox`;
  return (
    <Panel>
      <PanelHeader title="Top failures" actions={<MoreLink href={inbox}>Inbox</MoreLink>} />
      {failures.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-3 text-sm text-muted">
          <CircleCheck aria-hidden className="size-4 text-ok" />
          No run has failed in this time.
        </p>
      ) : (
        <ul className="divide-y">
          {failures.map(({ key, recipeName, message, count, lastAt, runId, isOpen }) => (
            <li key={key}>
              <Link
                href={isOpen ? `${inbox}/${key}` : `/w/${workspace}/runs/${runId}`}
                className="flex gap-3 px-4 py-2 text-sm hover:bg-hover/60 focus-visible:-outline-offset-2"
              >
                <span className="min-w-0 flex-1">
                  <span className="line-clamp-2 text-danger">{message}</span>
                  <span className="block truncate text-xs text-faint">
                    {recipeName} · last <TimeAgo iso={lastAt} />
                    {isOpen ? null : " · resolved"}
                  </span>
                </span>
                <span className="shrink-0 font-semibold tabular-nums">
                  {count.toLocaleString("en")}
                  <span className="sr-only"> times</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
