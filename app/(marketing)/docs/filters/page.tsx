import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { Panel } from "~/components/ui/card";
import { FILTERS } from "~/server/recipes/filters/filters";

export const metadata: Metadata = {
  title: "Filters",
  description: "What templates can do with a value: money, times, phone numbers, tables, hashes.",
};

export default function FiltersDocs() {
  return (
    <DocsPage
      title="Filters"
      description="Templates are Liquid, as in Customer.io, with all of its filters and these. What a filter cannot convert is missing, and the field's fallback decides: it never becomes a wrong text."
      crumbs={[{ label: "Filters" }]}
    >
      <Panel>
        <ul className="divide-y text-sm">
          {FILTERS.map(({ name, summary, example }) => (
            <li key={name} id={name} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[10rem_1fr]">
              <code className="font-mono font-medium">{name}</code>
              <div className="min-w-0">
                <p className="text-muted">{summary}</p>
                <p className="mt-1 font-mono text-xs break-all">
                  {example.template} <span className="text-faint">→</span> {JSON.stringify(example.yields)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </DocsPage>
  );
}
