import Link from "next/link";
import { Badge } from "~/components/ui/badge";
import { formatDuration } from "~/components/ui/format-time";
import { StatusBadge } from "~/components/ui/status-badge";
import { ROW_LINK, Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { TimeAgo } from "~/components/ui/time";
import type { RunSummary } from "~/server/services/run/schemas";
import { durationOf, modeLabel } from "./run-words";

/** Runs, newest first; every row leads to its run. */
export function RunTable({ runs, workspace }: { runs: RunSummary[]; workspace: string }) {
  return (
    <Table label="Runs">
      <THead>
        <tr>
          <Th>Status</Th>
          <Th>Recipe</Th>
          <Th className="max-md:hidden">Event</Th>
          <Th className="max-sm:hidden">When</Th>
          <Th className="text-right max-sm:hidden">Took</Th>
        </tr>
      </THead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} href={`/w/${workspace}/runs/${run.id}`} />
        ))}
      </tbody>
    </Table>
  );
}

function RunRow({ run, href }: { run: RunSummary; href: string }) {
  const duration = durationOf(run);
  const mode = modeLabel(run);
  return (
    <Tr>
      <Td>
        <StatusBadge status={run.status} />
      </Td>
      <Td className="max-w-80 max-sm:w-full max-sm:max-w-0">
        <span className="flex min-w-0 items-center gap-2">
          <Link href={href} data-row className={`${ROW_LINK} truncate`}>
            {run.recipeName}
          </Link>
          {mode ? <Badge>{mode}</Badge> : null}
        </span>
        {run.error ? <span className="block truncate text-xs text-danger">{run.error.message}</span> : null}
        <span className="block truncate font-mono text-2xs text-faint md:hidden">
          {run.event.type}
          <span className="sm:hidden">
            {" · "}
            <TimeAgo iso={run.createdAt} />
          </span>
        </span>
      </Td>
      <Td className="font-mono text-xs text-muted max-md:hidden">{run.event.type}</Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        <TimeAgo iso={run.createdAt} />
      </Td>
      <Td className="text-right whitespace-nowrap text-muted tabular-nums max-sm:hidden">
        {duration === null ? "…" : formatDuration(duration)}
      </Td>
    </Tr>
  );
}
