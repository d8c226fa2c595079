import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { TermList } from "~/components/docs/term-list";
import { Panel, PanelHeader } from "~/components/ui/card";
import { SECTIONS } from "./sections";

export const metadata: Metadata = {
  title: "Describe it",
  description: "How a sentence becomes a draft, and what a language model is sent, if there is one.",
};

export default function DescribeDocs() {
  return (
    <DocsPage
      title="Describe it"
      description="The box under “New recipe” turns a sentence into a draft. It needs no network; whoever runs the install may let a language model help."
      crumbs={[{ label: "Describe it" }]}
    >
      {SECTIONS.map(({ title, rows }) => (
        <Panel key={title}>
          <PanelHeader title={title} />
          <TermList rows={rows} />
        </Panel>
      ))}
    </DocsPage>
  );
}
