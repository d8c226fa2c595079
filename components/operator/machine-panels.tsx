import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { formatBytes } from "~/components/ui/format-bytes";
import { TimeAgo } from "~/components/ui/time";
import type { OperatorView } from "~/server/services/operator/schemas";

/** The worker processes that this install knows. */
export function WorkerPanel({ workers }: Pick<OperatorView, "workers">) {
  return (
    <Panel>
      <PanelHeader title="Workers" description="Each gives a sign of life every five seconds." />
      {workers.length === 0 ? (
        <p className="px-4 py-3 text-sm text-danger">
          No worker is running. Events are stored, and their runs wait.
        </p>
      ) : (
        <ul className="divide-y">
          {workers.map(({ id, startedAt, heartbeatAt }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 px-4 py-2 text-sm">
              <span className="font-mono text-xs">{id}</span>
              <span className="text-muted">
                started <TimeAgo iso={startedAt} />, last sign <TimeAgo iso={heartbeatAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The queue inside the database, and how large that is. */
export function JobPanel({ jobs, databaseBytes }: Pick<OperatorView, "jobs" | "databaseBytes">) {
  const count = (value: number) => value.toLocaleString("en");
  return (
    <Panel>
      <PanelHeader title="Jobs and database" />
      <FactList
        facts={[
          { label: "Ready", value: count(jobs.ready) },
          { label: "Being worked on", value: count(jobs.locked) },
          { label: "Tried again", value: count(jobs.failing) },
          { label: "Given up", value: jobs.dead.length === 0 ? "none" : <DeadJobs dead={jobs.dead} /> },
          { label: "Database", value: formatBytes(databaseBytes) },
        ]}
      />
    </Panel>
  );
}

function DeadJobs({ dead }: { dead: OperatorView["jobs"]["dead"] }) {
  return (
    <ul className="flex flex-col gap-1">
      {dead.map(({ id, runId, attempts, createdAt }) => (
        <li key={id}>
          <span className="font-mono text-xs">{runId ? `run ${runId}` : `job ${id}`}</span>
          <span className="text-faint">
            {" "}
            · {attempts} tries, <TimeAgo iso={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
