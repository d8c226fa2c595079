import type { ReactNode } from "react";

interface SectionProps {
  title: string;
  lead?: ReactNode;
  /** Beside the title: where there is more. */
  more?: ReactNode;
  children: ReactNode;
}

/** A band of a public page. */
export function Section({ title, lead, more, children }: SectionProps) {
  return (
    <section className="border-t">
      <div className="mx-auto max-w-6xl px-4 py-14 sm:px-6 sm:py-20">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <div className="min-w-0">
            <h2 className="text-2xl font-semibold tracking-tight">{title}</h2>
            {lead ? <p className="mt-2 max-w-2xl text-lg text-muted">{lead}</p> : null}
          </div>
          {more}
        </div>
        <div className="mt-8">{children}</div>
      </div>
    </section>
  );
}
