import { Badge } from "~/components/ui/badge";
import { Disclosure } from "~/components/ui/disclosure";
import { JsonView } from "~/components/ui/json-view";
import type { StepComparison } from "~/server/recipes/compare-runs";

const CHANGES = {
  same: { tone: "neutral", label: "Same" },
  changed: { tone: "warn", label: "Changed" },
  added: { tone: "ok", label: "Only after" },
  removed: { tone: "danger", label: "Only before" },
} as const;

interface ComparisonViewProps {
  steps: readonly StepComparison[];
  /** What the two sides are called: "Version 3", "Draft". */
  names: { before: string; after: string };
}

/** What two versions would send for one event, step by step; what differs is open. */
export function ComparisonView({ steps, names }: ComparisonViewProps) {
  if (steps.length === 0) return <p className="text-sm text-muted">Neither would do anything.</p>;
  return (
    <ol aria-label="Steps compared" className="flex flex-col gap-2">
      {steps.map((step) => (
        <li key={step.path} className="rounded-lg border bg-surface px-3 py-2">
          <Disclosure
            open={step.change !== "same"}
            summary={
              <span className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate font-mono text-xs text-ink">{step.path}</span>
                <Badge tone={CHANGES[step.change].tone}>{CHANGES[step.change].label}</Badge>
              </span>
            }
          >
            <div className="flex flex-col gap-3">
              {step.change === "same" ? (
                <SideView name="Both" side={step.after} />
              ) : (
                <>
                  <SideView name={names.before} side={step.before} />
                  <SideView name={names.after} side={step.after} />
                </>
              )}
            </div>
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}

function SideView({ name, side }: { name: string; side: StepComparison["after"] }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs font-medium text-muted">
        {name}
        {side ? `: ${side.status.replaceAll("_", " ")}` : ": no such step"}
      </p>
      {side?.requests.map((request, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the requests of a finished run never move
        <div key={index} className="mb-2">
          <p className="mb-1 font-mono text-xs break-all">
            <span className="font-semibold">{request.method}</span> {request.url}
          </p>
          {request.body === null ? null : <JsonView value={request.body} what="body" />}
        </div>
      ))}
      {side && side.requests.length === 0 ? <p className="text-xs text-faint">Sends nothing.</p> : null}
    </div>
  );
}
