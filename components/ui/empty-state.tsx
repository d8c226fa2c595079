import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  /** For a whole page: one of `components/illustration`. */
  art?: ReactNode;
  /** For a part of a page. */
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** What a list shows when it has nothing: why, and the one thing to do next. */
export function EmptyState({ art, icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      {art ? <div className="mb-4">{art}</div> : null}
      {Icon && !art ? (
        <span className="mb-3 grid size-9 place-items-center rounded-lg border bg-canvas text-muted">
          <Icon aria-hidden className="size-4.5" />
        </span>
      ) : null}
      <p className="text-base font-medium">{title}</p>
      {children ? <div className="mt-1 max-w-md text-sm text-muted">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
