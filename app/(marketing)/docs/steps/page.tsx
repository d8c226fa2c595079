import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { TermList } from "~/components/docs/term-list";
import { STEP_KINDS } from "~/components/recipe/step-kinds";
import { Panel, PanelHeader } from "~/components/ui/card";
import { JsonView } from "~/components/ui/json-view";
import { STEP_DOCS } from "~/server/recipes/step-docs";

export const metadata: Metadata = {
  title: "Steps",
  description: "Every kind of step: what it does, what it yields, and what happens when it fails.",
};

const POLICIES: readonly [name: string, text: string][] = [
  [
    "When a value is missing",
    "A template that finds nothing never becomes an empty text. The field's fallback is used; without one the step leaves the field out, is passed over, or fails, as its option “If data is missing” says. A way that leads through null leads nowhere. For the last two, null and an empty text count as missing, too.",
  ],
  [
    "When a step fails for good",
    "The run fails and waits in the log, goes on without the step, or takes the step's fallback first and then goes on. A fallback reads why as steps.<id>.error.code and .message. In a loop this is each item's policy.",
  ],
  [
    "When a call does not get through",
    "Billhook tries again by itself: after a rate limit as the vendor says, after a fault up to eight times within about eleven hours. A send whose answer was lost is never sent again blindly. A step may say otherwise: “retry”: { “attempts”: 5, “delay”: “PT1M”, “longest”: “PT1H” } tries five times more, after a minute, then two, then four, and never waits longer than an hour; “attempts”: 0 fails at once. Without “delay” the usual waits hold.",
  ],
  [
    "When an account's limit is used up",
    "All recipes share what the vendor allows: of each published limit 80 % is used, or what the connection's page says. A step whose turn has not come waits, without a try being counted; when the vendor answers “too many”, everything of that limit waits as long as it says.",
  ],
  [
    "When an account's keys are refused",
    "One check tells whether the keys are meant or only this call. If it is the keys, the connection says so once, its runs are held, and they go on where they stand as soon as it is connected again. When a vendor has not answered ten calls in a row, it is left alone for 30 seconds, then longer, and one call tries it at the end of each rest.",
  ],
  [
    "When a run is executed again",
    "What has been done is read back from the log, never done again. Every effect carries a key that is the same each time.",
  ],
];

export default function StepsDocs() {
  return (
    <DocsPage
      title="Steps"
      description="What a recipe can do after its trigger. In the editor each has a card; in a file or through the API it looks as shown."
      crumbs={[{ label: "Steps" }]}
    >
      <Panel>
        <PanelHeader title="What happens when…" />
        <TermList rows={POLICIES} />
      </Panel>
      {STEP_DOCS.map(({ kind, summary, example }) => (
        <Panel key={kind}>
          <section id={kind} aria-labelledby={`${kind}-title`} className="flex flex-col gap-2 p-4">
            <h2 id={`${kind}-title`} className="flex items-baseline gap-2 text-base font-semibold">
              {STEP_KINDS[kind]} <code className="font-mono text-xs font-normal text-faint">{kind}</code>
            </h2>
            <p className="text-sm text-muted">{summary}</p>
            <JsonView value={example} what={`example of ${STEP_KINDS[kind]}`} />
          </section>
        </Panel>
      ))}
    </DocsPage>
  );
}
