import type { Metadata } from "next";
import { CodeExamples } from "~/components/docs/code-examples";
import { DocsPage } from "~/components/docs/docs-page";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Code } from "~/components/ui/code";
import { FactList } from "~/components/ui/fact-list";
import { CODE_ABSENT } from "~/server/recipes/code-absent";
import { CODE_LIMITS } from "~/server/recipes/code-limits";

export const metadata: Metadata = {
  title: "Code steps",
  description: "JavaScript in a sandbox: what is there, what is not, and how much it may use.",
};

const BASICS = [
  {
    label: "input",
    value:
      "The values that you map in the step, as a copy. What the code changes in it changes nothing else.",
  },
  {
    label: "return",
    value: (
      <>
        What the code returns becomes the step’s output: <Code>{"{{ steps.<id>.output }}"}</Code> in later
        steps. It is JSON; nothing returned is null.
      </>
    ),
  },
  {
    label: "await",
    value: "Promises work. One that nothing will ever settle ends the step at once.",
  },
  {
    label: "console",
    value: "log, info, debug, warn and error write into the run’s log, also when the code fails afterwards.",
  },
  {
    label: "Date, Math.random",
    value:
      "The clock stands still at the start of the run, in UTC. Chance is the same each time a step is run again.",
  },
  {
    label: "Language",
    value:
      "Modern JavaScript in strict mode, with JSON, RegExp, Map, Set, typed arrays, BigInt, btoa and atob.",
  },
];

const LIMITS = [
  {
    label: "Computing time",
    value: `${CODE_LIMITS.cpuMs / 1_000} second, counted in steps of the interpreter: a busy machine takes nothing from it.`,
  },
  { label: "Memory", value: `${CODE_LIMITS.memoryMb} MB` },
  {
    label: "Returned value",
    value: `${CODE_LIMITS.outputKb} KB of JSON, nested ${CODE_LIMITS.outputDepth} levels at most`,
  },
  {
    label: "Log",
    value: `${CODE_LIMITS.logLines} lines, ${CODE_LIMITS.logKb} KB. The rest is left out, and the log says so.`,
  },
  {
    label: "At the same time",
    value:
      "One execution for each workspace. More of them wait for their turn, and so no workspace delays another.",
  },
];

export default function CodeDocs() {
  return (
    <DocsPage
      title="Code steps"
      description="A code step is the body of an async function of input, in JavaScript. It runs in a sandbox that nothing gets out of."
      crumbs={[{ label: "Code steps" }]}
    >
      <Panel>
        <PanelHeader title="What is there" />
        <FactList facts={BASICS} />
      </Panel>
      <CodeExamples />
      <Panel>
        <PanelHeader title="Limits" description="Code that goes beyond one fails with the limit’s name." />
        <FactList facts={LIMITS} />
      </Panel>
      <Panel>
        <PanelHeader
          title="What is not there"
          description="Using one of these fails and says what to do instead."
        />
        <ul className="divide-y text-sm">
          {CODE_ABSENT.map(({ names, purpose, instead }) => (
            <li key={purpose} className="px-4 py-3">
              <p className="font-medium">{purpose}</p>
              <p className="mt-0.5 font-mono text-xs break-words text-faint">{names.join(", ")}</p>
              <p className="mt-1 text-muted">Instead, {instead}.</p>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel>
        <PanelHeader title="When code fails" />
        <p className="p-4 text-sm text-muted">
          The error names the line of your source, and the step fails for good: the same code would fail the
          same way again. Mend it, test the step and publish, then run what failed again from the inbox. With
          “On error” a step can go on or take a fallback instead.
        </p>
      </Panel>
    </DocsPage>
  );
}
