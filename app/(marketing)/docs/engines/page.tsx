import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { TermList } from "~/components/docs/term-list";
import { Panel, PanelHeader } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { BACK, CHANGES, CLOUD, DEV, SELF_HOSTED, STAYS, WHEN } from "./content";

export const metadata: Metadata = {
  title: "Engines",
  description: "What executes runs: the embedded engine or Inngest, when to switch, how, and what changes.",
};

export default function EnginesDocs() {
  return (
    <DocsPage
      title="Engines"
      description="What executes the runs of an install. One environment variable chooses it; recipes, runs and their logs are the same on both."
      crumbs={[{ label: "Engines" }]}
    >
      <Terms title="Which one" rows={WHEN} />
      <Example title="Inngest Cloud" text={CLOUD} />
      <Example title="A server of your own" text={SELF_HOSTED} />
      <Example title="On your own machine, to try it" text={DEV} />
      <Terms title="What stays" rows={STAYS} />
      <Terms title="What changes" rows={CHANGES} />
      <Panel>
        <PanelHeader title="Switching, either way" />
        <p className="px-4 py-3 text-sm text-muted">{BACK}</p>
      </Panel>
    </DocsPage>
  );
}

function Terms({ title, rows }: { title: string; rows: readonly [string, string][] }) {
  return (
    <Panel>
      <PanelHeader title={title} />
      <TermList rows={rows} />
    </Panel>
  );
}

function Example({ title, text }: { title: string; text: string }) {
  return (
    <Panel>
      <PanelHeader title={title} actions={<CopyButton value={text} what="commands" />} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <pre tabIndex={0} className="overflow-x-auto px-4 py-3 font-mono text-xs leading-5">
        {text}
      </pre>
    </Panel>
  );
}
