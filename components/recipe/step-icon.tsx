import type { LucideIcon } from "lucide-react";

/** The sign of a step that belongs to no app. */
export function StepIcon({ icon: Icon }: { icon: LucideIcon }) {
  return (
    <span className="grid size-7 shrink-0 place-items-center rounded-md border bg-canvas text-muted">
      <Icon aria-hidden className="size-4" />
    </span>
  );
}
