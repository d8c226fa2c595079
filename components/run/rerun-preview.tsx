import { Alert } from "~/components/ui/alert";
import { Skeleton } from "~/components/ui/skeleton";
import type { RerunPreview } from "~/server/services/run/rerun/schemas";
import { PreviewList, previewSummary } from "./preview-list";

interface RerunPreviewViewProps {
  preview: RerunPreview | null;
  problem: string | null;
  pending: boolean;
  /** The rerun follows the current version. */
  isCurrent: boolean;
  repeat: string[];
  onRepeat: (repeat: string[]) => void;
}

/** What a rerun would do: first what is different, then its steps. */
export function RerunPreviewView(props: RerunPreviewViewProps) {
  const { preview, problem, pending, isCurrent, repeat, onRepeat } = props;
  if (problem) return <Alert tone="danger" title={problem} />;
  if (!preview)
    return pending ? (
      <Skeleton className="h-24" />
    ) : (
      <p className="text-sm text-muted">What it will do is shown here when the event is complete.</p>
    );
  const { differs, staleness, steps } = preview;
  return (
    <div aria-busy={pending} className="flex flex-col gap-3">
      {differs.length > 0 ? (
        <Alert
          tone={isCurrent ? "warn" : "info"}
          title={
            isCurrent ? "The current version does this differently:" : "The current version is another one:"
          }
        >
          <ul className="list-disc pl-4">
            {differs.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Alert>
      ) : isCurrent ? (
        <p className="text-sm text-muted">The current version is the one that it ran with.</p>
      ) : null}
      {staleness ? (
        <Alert tone="warn" title={staleness}>
          Running the older event now may undo the newer one.
        </Alert>
      ) : null}
      <section aria-labelledby="will-do" className="flex flex-col gap-1.5">
        <h3 id="will-do" className="text-sm font-medium">
          What it will do
        </h3>
        <p role="status" className="text-sm text-muted">
          {previewSummary(steps)}
        </p>
        <PreviewList steps={steps} repeat={repeat} onRepeat={onRepeat} />
      </section>
    </div>
  );
}
