"use client";

import { cn } from "~/components/ui/cn";
import { StatusBadge } from "~/components/ui/status-badge";
import { TimeAgo } from "~/components/ui/time";
import type { OperationView } from "~/server/services/bulk/schemas";
import { OperationActions } from "./operation-actions";
import { percentOf, progressText } from "./operation-words";

interface OperationRowProps {
  workspace: string;
  operation: OperationView;
  canAct: boolean;
  onChange: (operation: OperationView) => void;
}

/** One operation: what it does, how far it has got, and what can be done about it. */
export function OperationRow({ workspace, operation, canAct, onChange }: OperationRowProps) {
  const { title, status, problem, author, createdAt } = operation;
  const percent = percentOf(operation);
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <div className="min-w-0">
          <p className="text-sm font-medium">{title}</p>
          <p className="text-xs text-faint">
            {author} · <TimeAgo iso={createdAt} />
          </p>
        </div>
        <div className="flex items-center gap-2">
          <StatusBadge status={status} />
          {canAct ? (
            <OperationActions workspace={workspace} operation={operation} onChange={onChange} />
          ) : null}
        </div>
      </div>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1.5 overflow-hidden rounded-sm bg-sunken"
      >
        <div
          className={cn("h-full transition-[width]", status === "running" ? "bg-accent" : "bg-muted")}
          style={{ width: `${percent}%` }}
        />
      </div>
      <p className="text-xs text-muted tabular-nums">{progressText(operation)}</p>
      {problem ? <p className="text-xs text-warn">{problem}</p> : null}
    </li>
  );
}
