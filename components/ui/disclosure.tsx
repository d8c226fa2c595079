import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** A line that opens to show more; works without script. */
export function Disclosure({
  summary,
  open,
  id,
  className,
  onOpen,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  id?: string;
  className?: string;
  /** It was opened; what is in it may be drawn now. */
  onOpen?: () => void;
  children: ReactNode;
}) {
  return (
    <details
      id={id}
      open={open}
      className={cn("min-w-0", className)}
      onToggle={onOpen ? (event) => (event.currentTarget.open ? onOpen() : undefined) : undefined}
    >
      <summary className="flex list-none items-center gap-1.5 rounded-sm text-sm text-muted transition-colors hover:text-ink">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform [details[open]>summary>&]:rotate-90"
        />
        <span className="min-w-0 flex-1">{summary}</span>
      </summary>
      <div className="pt-2 pl-5.5">{children}</div>
    </details>
  );
}
