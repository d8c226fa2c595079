import type { ReactNode } from "react";
import { Panel } from "~/components/ui/card";

/** Numbered instructions beside a form. */
export function HelpList({
  title,
  steps,
  children,
}: {
  title: string;
  steps: { id: string; text: ReactNode }[];
  children?: ReactNode;
}) {
  return (
    <Panel className="p-4">
      <h2 className="text-sm font-semibold">{title}</h2>
      <ol className="mt-2 flex list-decimal flex-col gap-2 pl-5 text-sm text-muted marker:text-faint">
        {steps.map((step) => (
          <li key={step.id} className="pl-1">
            {step.text}
          </li>
        ))}
      </ol>
      {children ? <div className="mt-3 border-t pt-3 text-sm text-muted">{children}</div> : null}
    </Panel>
  );
}
