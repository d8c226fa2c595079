import { ArrowDownUp, type LucideIcon, Minus, PencilLine, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "~/components/ui/cn";
import type { ChangeView } from "~/server/services/recipe/version-schemas";
import { ValueLines } from "./value-lines";

const LOOKS: Record<ChangeView["kind"], { icon: LucideIcon; label: string; mark: string }> = {
  added: { icon: Plus, label: "Added", mark: "bg-ok-soft text-ok" },
  removed: { icon: Minus, label: "Removed", mark: "bg-danger-soft text-danger" },
  changed: { icon: PencilLine, label: "Changed", mark: "bg-info-soft text-info" },
  moved: { icon: ArrowDownUp, label: "Moved", mark: "bg-sunken text-muted" },
};

/** What differs between two versions, one line for each change, with what was there before and what is there now. */
export function ChangeList({ changes }: { changes: readonly ChangeView[] }) {
  if (changes.length === 0) return <p className="text-sm text-muted">Both say the same.</p>;
  return (
    <ul aria-label="Changes" className="divide-y rounded-md border">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.path} ${change.what}`} className="flex gap-3 px-3 py-2.5">
          <Mark kind={change.kind} />
          <div className="min-w-0 flex-1">
            <Title change={change} />
            <Values change={change} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Mark({ kind }: { kind: ChangeView["kind"] }) {
  const { icon: Icon, label, mark } = LOOKS[kind];
  return (
    <span title={label} className={cn("mt-px grid size-5 shrink-0 place-items-center rounded-sm", mark)}>
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">{label}:</span>
    </span>
  );
}

/** A whole step says itself in its sentence; a field is named, and its values stand below. */
function Title({ change: { what, step, sentence, before, after } }: { change: ChangeView }): ReactNode {
  if (before === undefined && after === undefined) return <p className="text-sm break-words">{sentence}</p>;
  return (
    <p className="text-sm break-words">
      {step === null ? null : <span className="font-medium">{step} </span>}
      <span className={step === null ? "font-medium" : "text-muted"}>{what}</span>
    </p>
  );
}

function Values({ change: { before, after, beforeText, afterText } }: { change: ChangeView }) {
  if (before === undefined && after === undefined) return null;
  const side = (value: unknown, text: string | undefined) =>
    value === undefined ? null : { text: text ?? "", value };
  return <ValueLines before={side(before, beforeText)} after={side(after, afterText)} />;
}
