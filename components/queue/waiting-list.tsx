import Link from "next/link";
import { Panel, PanelHeader } from "~/components/ui/card";
import { TimeAgo } from "~/components/ui/time";
import type { QueueView } from "~/server/services/queue/schemas";
import { reasonText } from "./queue-words";

interface Row {
  for: string;
  connection: QueueView["held"][number]["connection"];
  count: number;
  nextAt?: string | null;
}

interface WaitingListProps {
  workspace: string;
  status: "waiting" | "held";
  title: string;
  description: string;
  /** Said when there is none. */
  none: string;
  rows: Row[];
}

/** Runs that wait for one kind of thing, by reason; every row leads to its runs. */
export function WaitingList({ workspace, status, title, description, none, rows }: WaitingListProps) {
  return (
    <Panel>
      <PanelHeader title={title} description={description} />
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">{none}</p>
      ) : (
        <ul className="divide-y">
          {rows.map((row) => (
            <li key={`${row.for} ${row.connection?.id ?? ""}`}>
              <Link
                href={`/w/${workspace}/runs?status=${status}&for=${encodeURIComponent(row.for)}`}
                className="flex items-baseline justify-between gap-4 px-4 py-2 text-sm hover:bg-hover/60 focus-visible:-outline-offset-2"
              >
                <span className="min-w-0">
                  <span className="block font-medium">{reasonText(row.for)}</span>
                  <span className="block truncate text-xs text-faint empty:hidden">
                    {row.connection?.name}
                    {row.connection && row.nextAt ? " · " : null}
                    {row.nextAt ? (
                      <>
                        the next <TimeAgo iso={row.nextAt} />
                      </>
                    ) : null}
                  </span>
                </span>
                <span className="font-semibold tabular-nums">{row.count.toLocaleString("en")}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
