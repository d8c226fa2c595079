import { ChevronRight, ListFilter, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { STEP_ICONS } from "~/components/recipe/step-icons";
import { AppIcon, appOf } from "~/components/ui/app-icon";
import { Badge } from "~/components/ui/badge";
import { formatDuration } from "~/components/ui/format-time";
import { JsonView } from "~/components/ui/json-view";
import { StatusBadge } from "~/components/ui/status-badge";
import type { AttemptView as AttemptOfStep, StepRunView } from "~/server/services/run/schemas";
import { AttemptView } from "./attempt-view";
import { ErrorView } from "./error-view";
import { decisionText, durationOf, resultText } from "./run-words";
import { StepOrigin } from "./step-origin";

interface StepCardProps {
  step: StepRunView;
  /** Its id in its list. */
  name: string;
  title: string;
  open: boolean;
  /** Says when the step began in its run. */
  runStartedAt?: string | null | undefined;
}

/** One step of a run: a line that opens to input, output and every attempt. */
export function StepCard({ step, name, title, open, runStartedAt }: StepCardProps) {
  const decision = decisionText(step);
  const result = step.status === "skipped" ? step.error?.message : resultText(step);
  return (
    <details open={open} className="group/step rounded-lg border bg-surface">
      <summary className="flex list-none items-center gap-3 rounded-lg px-3 py-2.5 hover:bg-hover/60">
        <StepIcon step={step} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-medium">{title}</span>
          <span className="block text-xs break-words text-faint sm:truncate">
            <span className="font-mono text-2xs">{name}</span>
            {result ? ` · ${result}` : null}
            {decision ? <span className="group-open/step:hidden"> · {decision}</span> : null}
          </span>
        </span>
        <StepTime step={step} runStartedAt={runStartedAt} />
        {step.reusedFrom ? <Badge className="max-sm:hidden">Earlier run</Badge> : null}
        <StatusBadge status={step.status} />
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform group-open/step:rotate-90"
        />
      </summary>
      <div className="flex flex-col gap-4 border-t p-3 sm:p-4">
        {step.status === "skipped" ? (
          <p className="text-sm text-muted">{step.error?.message ?? "There was nothing to do."}</p>
        ) : step.error ? (
          <ErrorView error={step.error} tone={step.status === "failed" ? "danger" : "warn"} />
        ) : null}
        <StepOrigin step={step} />
        {decision ? <p className="text-sm text-muted">{decision}.</p> : <StepParts step={step} />}
      </div>
    </details>
  );
}

/** When a step began, counted from its run, and how long it took. */
function StepTime({ step, runStartedAt }: Pick<StepCardProps, "step" | "runStartedAt">) {
  const duration = durationOf(step);
  if (duration === null || step.reusedFrom) return null;
  const after = runStartedAt ? Date.parse(step.startedAt) - Date.parse(runStartedAt) : null;
  return (
    <span className="text-right text-xs text-faint tabular-nums max-sm:hidden">
      {after !== null && after >= 0 ? (
        <span title="Began so long after its run">+{formatDuration(after)} · </span>
      ) : null}
      {formatDuration(duration)}
    </span>
  );
}

function StepParts({ step }: { step: StepRunView }) {
  return (
    <>
      {step.attempts.length > 0 ? (
        <Part title={attemptsTitle(step)}>
          <ol className="flex flex-col gap-3">
            {step.attempts.map((attempt, index) => (
              <AttemptView
                key={attempt.startedAt}
                attempt={attempt}
                ordinal={index + 1}
                total={step.attempts.length}
                before={endOf(step.attempts[index - 1])}
              />
            ))}
          </ol>
        </Part>
      ) : null}
      <div className="grid gap-4 xl:grid-cols-2">
        <Part title="Input">
          <JsonView value={step.input} what="input" />
        </Part>
        <Part title="Output">
          <JsonView value={step.output ?? undefined} what="output" />
        </Part>
      </div>
    </>
  );
}

function endOf(attempt: AttemptOfStep | undefined) {
  return attempt && { endedAt: Date.parse(attempt.startedAt) + attempt.durationMs, error: attempt.error };
}

function attemptsTitle({ attempts, kind }: StepRunView): string {
  if (attempts.length > 1) return `${attempts.length} attempts`;
  return kind === "code" ? "How it ran" : "Requests";
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 text-xs font-medium text-muted">{title}</h3>
      {children}
    </div>
  );
}

const ICONS: Readonly<Record<string, LucideIcon>> = STEP_ICONS;

function StepIcon({ step }: { step: StepRunView }) {
  if (step.action) return <AppIcon app={appOf(step.action)} size={28} />;
  if (step.kind === "refetch") return <AppIcon app="stripe" size={28} />;
  const Icon = ICONS[step.kind] ?? ListFilter;
  return (
    <span className="grid size-7 shrink-0 place-items-center rounded-md border bg-canvas text-muted">
      <Icon aria-hidden className="size-4" />
    </span>
  );
}
