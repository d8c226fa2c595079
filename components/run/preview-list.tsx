import { Badge, type Tone } from "~/components/ui/badge";
import { cn } from "~/components/ui/cn";
import type { PreviewStep } from "~/server/services/run/rerun/schemas";

const WILL: Record<PreviewStep["will"], { label: string; tone: Tone }> = {
  run: { label: "Runs", tone: "accent" },
  repeat: { label: "Once more", tone: "warn" },
  reuse: { label: "Kept", tone: "neutral" },
  already_done: { label: "Done already", tone: "ok" },
  undecided: { label: "Not known", tone: "warn" },
};

/** In the order that matters: what goes out first. */
const COUNTED: readonly [PreviewStep["will"], (count: number) => string][] = [
  ["run", (count) => (count === 1 ? "1 step runs" : `${count} steps run`)],
  ["repeat", (count) => `${count} once more`],
  ["already_done", (count) => `${count} done already`],
  ["reuse", (count) => `${count} kept`],
  ["undecided", (count) => `${count} not known`],
];

/** What a rerun does, in one line. */
export function previewSummary(steps: readonly PreviewStep[]): string {
  const parts = COUNTED.flatMap(([will, words]) => {
    const count = steps.filter((step) => step.will === will).length;
    return count > 0 ? [words(count)] : [];
  });
  return parts.length > 0 ? `${parts.join(", ")}.` : "Nothing is left to do.";
}

interface PreviewListProps {
  steps: readonly PreviewStep[];
  /** Steps whose effect is wanted once more. */
  repeat: readonly string[];
  onRepeat: (repeat: string[]) => void;
}

/** What a rerun does, step by step; what was had may be asked for once more. */
export function PreviewList({ steps, repeat, onRepeat }: PreviewListProps) {
  return (
    <ol aria-label="What it will do" className="divide-y rounded-lg border">
      {steps.map(({ path, title, will, reason, effect }) => {
        const isAsked = repeat.includes(path);
        const canRepeat = isAsked || will === "already_done" || will === "undecided";
        return (
          <li key={path} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2">
            <span className="min-w-0 flex-1 basis-52">
              <span
                className={cn("block text-sm", (will === "reuse" || will === "already_done") && "text-muted")}
              >
                {title} <span className="font-mono text-2xs break-all text-faint">{path}</span>
              </span>
              <span className="block text-xs text-faint">{reason}</span>
              {canRepeat ? (
                <label className="mt-1 flex items-center gap-2 text-xs">
                  <input
                    type="checkbox"
                    checked={isAsked}
                    onChange={() =>
                      onRepeat(isAsked ? repeat.filter((one) => one !== path) : [...repeat, path])
                    }
                    className="accent-accent"
                  />
                  {effect === "send" ? "Send it once more" : "Do it once more"}
                </label>
              ) : null}
            </span>
            <Badge tone={WILL[will].tone}>{WILL[will].label}</Badge>
          </li>
        );
      })}
    </ol>
  );
}
