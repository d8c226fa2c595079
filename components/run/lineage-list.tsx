import Link from "next/link";
import { StatusBadge } from "~/components/ui/status-badge";
import { TimeAgo } from "~/components/ui/time";
import type { RunView } from "~/server/services/run/schemas";

/** All runs of the same thing, the first one first; nothing where it ran once. */
export function LineageList({ run, hrefOf }: { run: RunView; hrefOf: (id: string) => string }) {
  if (run.lineage.length < 2) return null;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage" className="mb-2 text-sm font-semibold">
        Runs of this event
      </h2>
      <ol className="divide-y rounded-lg border bg-surface">
        {run.lineage.map(({ id, status, version, createdAt }, index) => (
          <li
            key={id}
            aria-current={id === run.id ? "true" : undefined}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm"
          >
            <span className="min-w-0 flex-1">
              {id === run.id ? (
                <span className="font-medium">This run</span>
              ) : (
                <Link href={hrefOf(id)} className="rounded-sm text-accent-ink underline underline-offset-2">
                  {index === 0 ? "First run" : `Run again, ${ordinal(index)} time`}
                </Link>
              )}
              <span className="text-xs text-faint">
                {" · "}
                <TimeAgo iso={createdAt} />
                {version === null ? null : ` · version ${version}`}
              </span>
            </span>
            <StatusBadge status={status} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** 1 → "1st" */
function ordinal(count: number): string {
  const tens = count % 100;
  const end = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${end}`;
}
