import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A surface with a hairline around it. Lists and tables sit in it without padding; add `p-4` for prose and forms. */
export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return <section {...rest} className={cn("min-w-0 rounded-lg border bg-surface", className)} />;
}

/** The top line of a panel: title, optional sentence below, actions at the right. */
export function PanelHeader({
  title,
  description,
  actions,
  id,
  as: Heading = "h2",
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  id?: string;
  as?: "h2" | "h3";
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2.5">
      <div className="min-w-0">
        <Heading id={id} className="text-sm font-semibold">
          {title}
        </Heading>
        {description ? <p className="text-xs text-faint">{description}</p> : null}
      </div>
      {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
    </div>
  );
}
