import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { TermList } from "~/components/docs/term-list";
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
          <TermList rows={rows} />
        </Panel>
      ))}
    </DocsPage>
  );
}
