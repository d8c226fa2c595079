import { Panel, PanelHeader } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { CODE_EXAMPLES } from "~/server/recipes/code-examples";

/** Each example with its source, what goes in and what comes out. */
export function CodeExamples() {
  return CODE_EXAMPLES.map(({ title, source, input, output }) => (
    <Panel key={title}>
      <PanelHeader title={title} actions={<CopyButton value={source} what="example" />} />
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        className="overflow-x-auto p-4 font-mono text-xs leading-5"
      >
        {source}
      </pre>
      <dl className="grid gap-x-4 gap-y-1 border-t px-4 py-3 text-xs sm:grid-cols-[6rem_1fr]">
        <dt className="text-faint">input</dt>
        <dd className="font-mono break-words">{JSON.stringify(input)}</dd>
        <dt className="text-faint">output</dt>
        <dd className="font-mono break-words">{JSON.stringify(output)}</dd>
      </dl>
    </Panel>
  ));
}
