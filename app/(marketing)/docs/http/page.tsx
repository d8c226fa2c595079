import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { Panel, PanelHeader } from "~/components/ui/card";
import { JsonView } from "~/components/ui/json-view";
import { EXAMPLE, SECTIONS } from "./sections";

export const metadata: Metadata = {
  title: "HTTP step",
  description: "Calls any web API: requests, credentials, answers, retries, redirects and what is refused.",
};

export default function HttpDocs() {
  return (
    <DocsPage
      title="HTTP step"
      description="Calls any web API from a recipe: your own backend, a CRM, a spreadsheet, whatever speaks HTTP."
      crumbs={[{ label: "HTTP step" }]}
    >
      <Panel>
        <PanelHeader title="Example" description="As an exported recipe has it." />
        <JsonView value={EXAMPLE} what="step" className="m-3" />
      </Panel>
      {SECTIONS.map(({ title, rows }) => (
        <Panel key={title}>
          <PanelHeader title={title} />
          <dl className="divide-y text-sm">
            {rows.map(([term, text]) => (
              <div key={term} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[10rem_1fr]">
                <dt className="font-medium break-words">{term}</dt>
                <dd className="min-w-0 text-muted">{text}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      ))}
    </DocsPage>
  );
}
