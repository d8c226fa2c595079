import type { ReactNode } from "react";

/** Facts about one thing: label at the left, value at the right; empty values are left out. */
export function FactList({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="divide-y text-sm">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== "")
        .map(({ label, value }) => (
          <div key={label} className="flex flex-wrap gap-x-4 gap-y-0.5 px-4 py-2">
            <dt className="w-36 shrink-0 text-faint">{label}</dt>
            <dd className="min-w-0 flex-1 basis-48 break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
