import { Badge } from "~/components/ui/badge";
import type { FieldRow } from "~/server/connectors/field-rows";

/** The fields of an input: name, kind and help; on a phone one below the other. */
export function FieldTable({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <ul className="divide-y text-sm">
      {rows.map((row) => (
        <li key={row.path} className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[15rem_1fr]">
          <div className="min-w-0">
            <p className="font-medium">{row.title}</p>
            <code className="font-mono text-xs break-all text-faint">{row.path}</code>
          </div>
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-1.5 text-muted">
              {row.type}
              {row.required ? <Badge tone="accent">required</Badge> : null}
            </p>
            {row.values.length > 0 ? (
              <p className="flex flex-wrap gap-1 py-0.5">
                {row.values.map((value) => (
                  <code key={value} className="rounded-sm bg-sunken px-1 font-mono text-xs break-all">
                    {value}
                  </code>
                ))}
              </p>
            ) : null}
            {row.description ? <p className="break-words text-muted">{row.description}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
