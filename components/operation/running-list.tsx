"use client";

import Link from "next/link";
import { percentOf, progressText } from "./operation-words";
import { useRunning } from "./operations-context";

/** Long work under way, small: what, how far; a click shows all about it. Nothing while there is none. */
export function RunningList({ workspace }: { workspace: string }) {
  const running = useRunning();
  if (running.length === 0) return null;
  return (
    <ul aria-label="Under way" className="flex flex-col gap-1.5">
      {running.map((operation) => {
        const percent = percentOf(operation);
        return (
          <li key={operation.id} className="relative rounded-md border bg-surface px-2.5 py-2 hover:bg-hover">
            <Link
              href={`/w/${workspace}/operations`}
              className="block truncate text-xs font-medium after:absolute after:inset-0"
              title={operation.title}
            >
              {operation.title}
            </Link>
            <div
              role="progressbar"
              aria-label={operation.title}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={percent}
              className="my-1.5 h-1 overflow-hidden rounded-sm bg-sunken"
            >
              <div className="h-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
            </div>
            <p className="truncate text-2xs text-faint tabular-nums">{progressText(operation)}</p>
          </li>
        );
      })}
    </ul>
  );
}
