import type { ReactNode } from "react";

interface InnerStepsProps {
  title: string;
  hint: string;
  children: ReactNode;
}

/** An indented list of steps inside a step. */
export function InnerSteps({ title, hint, children }: InnerStepsProps) {
  return (
    <section aria-label={title} className="min-w-0 border-l-2 pl-3 sm:pl-4">
      <h3 className="text-sm font-medium">{title}</h3>
      <p className="mb-1 text-xs text-faint">{hint}</p>
      {children}
    </section>
  );
}
