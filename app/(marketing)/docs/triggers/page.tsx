import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { LinkList } from "~/components/docs/link-list";
import { triggerHref } from "~/components/docs/words";
import { Panel } from "~/components/ui/card";
import { TRIGGERS } from "~/server/connectors/triggers";

export const metadata: Metadata = { title: "Triggers", description: "Everything that can start a recipe." };

export default function TriggersDocs() {
  return (
    <DocsPage
      title="Triggers"
      description="Everything that can start a recipe. Each event starts it once, however often it is delivered or found."
      crumbs={[{ label: "Triggers" }]}
    >
      <Panel>
        <LinkList
          links={TRIGGERS.map(({ id, title, summary }) => ({ href: triggerHref(id), id, title, summary }))}
        />
      </Panel>
    </DocsPage>
  );
}
