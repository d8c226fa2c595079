import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { TermList } from "~/components/docs/term-list";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FAULTS, PROMISES } from "./sections";

export const metadata: Metadata = {
  title: "Nothing lost, nothing twice",
  description: "What Billhook promises about events and effects, and what happens when something breaks.",
};

export default function ReliabilityDocs() {
  return (
    <DocsPage
      title="Nothing lost, nothing twice"
      description="What you can rely on, and what happens when something breaks: at Stripe, at Customer.io, on the way, or in Billhook itself."
      crumbs={[{ label: "Nothing lost, nothing twice" }]}
    >
      <Rows title="What you can rely on" rows={PROMISES} />
      <Rows
        title="What was tried"
        rows={FAULTS}
        note="Each of these is done to the product as it is built, by its own tests, while events arrive. In the last run each met 18 events of three steps: 18 of 18 were answered and ended, and no effect happened twice. Where answers to messages were lost, 6 of the 18 ended as outcome unknown, as they should; everywhere else none did."
      />
    </DocsPage>
  );
}

interface RowsProps {
  title: string;
  rows: readonly (readonly [string, string])[];
  note?: string;
}

function Rows({ title, rows, note }: RowsProps) {
  return (
    <Panel>
      <PanelHeader title={title} />
      {note && <p className="border-b px-4 py-3 text-sm text-muted">{note}</p>}
      <TermList rows={rows} />
    </Panel>
  );
}
