import type { ReactNode } from "react";

interface TermListProps {
  rows: readonly (readonly [term: string, text: ReactNode])[];
  /** True for words that are written so in files. */
  mono?: boolean;
}

/** Terms with what they mean, one below the other. */
export function TermList({ rows, mono = false }: TermListProps) {
  const look = mono ? "font-mono font-medium" : "font-medium";
  return (
    <dl className="divide-y text-sm">
      {rows.map(([term, text]) => (
        <div key={term} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[14rem_1fr]">
          <dt className={`${look} break-words`}>{term}</dt>
          <dd className="min-w-0 text-muted">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
