import type { ReactNode } from "react";

/** A band of the front page: heading at the left, content below it. */
export function Section({
  title,
  lead,
  children,
  id,
}: {
  title: string;
  lead?: string;
  children: ReactNode;
  id?: string;
}) {
  return (
    <section id={id} className="border-t">
      <div className="mx-auto max-w-6xl px-4 py-14 sm:px-6 sm:py-20">
        <h2 className="text-2xl font-semibold tracking-tight">{title}</h2>
        {lead ? <p className="mt-2 max-w-2xl text-lg text-muted">{lead}</p> : null}
        <div className="mt-8">{children}</div>
      </div>
    </section>
  );
}
