import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DocsPage } from "~/components/docs/docs-page";
import { CURL_EXAMPLE, FILE_EXAMPLE, PIPELINE_EXAMPLE } from "~/components/docs/file-example";
import { TermList } from "~/components/docs/term-list";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Code } from "~/components/ui/code";
import { CopyButton } from "~/components/ui/copy-button";

export const metadata: Metadata = {
  title: "Recipes as files",
  description: "Export recipes as YAML or JSON, keep them in a repository, import them into any workspace.",
};

const PARTS: readonly [string, ReactNode][] = [
  ["billhook", "The version of the format: 1."],
  ["key", "What the file calls its recipe, unique in a workspace. It is kept when the name changes."],
  ["name, folder, tags", "As in the list of recipes."],
  [
    "status",
    <>
      What you want it to be: draft, live, shadow or paused. An import acts on it with <Code>--publish</Code>{" "}
      only; without, it changes drafts.
    </>,
  ],
  [
    "connections",
    "What the aliases in the definition stand for: an app and the connection's name. When no connection has that name, the app's only one is taken, and the answer says so.",
  ],
  [
    "channels, recipes",
    "The same for the channels that steps notify and for the recipes that are called or watched.",
  ],
  ["definition", "Trigger and steps, as REST has them, with aliases where that has ids."],
];

export default function FilesDocs() {
  return (
    <DocsPage
      title="Recipes as files"
      description="A recipe can be exported as YAML or JSON and imported into any workspace. A file holds no id, no key of an account and no date, so the same recipe is always the same text: keep it in a repository, review changes, import from there."
      crumbs={[{ label: "Recipes as files" }]}
    >
      <Panel>
        <PanelHeader title="A file" actions={<CopyButton value={FILE_EXAMPLE} what="example" />} />
        <Text>{FILE_EXAMPLE}</Text>
      </Panel>
      <Panel>
        <PanelHeader title="Its parts" />
        <TermList rows={PARTS} mono />
      </Panel>
      <Panel>
        <PanelHeader
          title="In a pipeline"
          actions={<CopyButton value={PIPELINE_EXAMPLE} what="commands" />}
        />
        <Text>{PIPELINE_EXAMPLE}</Text>
        <p className="border-t px-4 py-3 text-sm text-muted">
          The same file again changes nothing, so importing is safe to repeat. Each command ends with exit
          code 1 when something is wrong, and each problem is one line: file, place, severity, what is wrong
          and what mends it. Recipes that name each other may be imported together, in any order.
        </p>
      </Panel>
      <Panel>
        <PanelHeader title="With curl" actions={<CopyButton value={CURL_EXAMPLE} what="command" />} />
        <Text>{CURL_EXAMPLE}</Text>
        <p className="border-t px-4 py-3 text-sm text-muted">
          <Code>GET /recipes/{"{id}"}/export?format=yaml</Code> answers the file of one recipe. With{" "}
          <Code>dryRun: true</Code> an import answers what it would do.
        </p>
      </Panel>
    </DocsPage>
  );
}

function Text({ children }: { children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <pre tabIndex={0} className="overflow-x-auto px-4 py-3 font-mono text-xs leading-5">
      {children}
    </pre>
  );
}
