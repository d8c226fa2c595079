import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { STEP_GUIDES } from "~/components/docs/step-guide";
import { STEP_KINDS } from "~/components/recipe/step-kinds";
import { Panel } from "~/components/ui/card";
import { JsonView } from "~/components/ui/json-view";

export const metadata: Metadata = {
  title: "Steps",
  description: "What each kind of step does, what later steps get from it and how it is written.",
};

export default function StepsDocs() {
  return (
    <DocsPage
      title="Steps"
      description="What a recipe is made of. Steps that reach out can do other steps when they fail, be passed over when data is missing, and are tried again by themselves when that may help."
      crumbs={[{ label: "Steps" }]}
    >
      <Panel>
        <ul className="divide-y text-sm">
          {STEP_GUIDES.map(({ kind, summary, output, example }) => (
            <li
              key={kind}
              id={kind}
              className="grid scroll-mt-20 gap-x-4 gap-y-2 px-4 py-4 sm:grid-cols-[8rem_minmax(0,1fr)]"
            >
              <h2 className="font-medium">{STEP_KINDS[kind]}</h2>
              <div className="flex min-w-0 flex-col gap-2">
                <p className="text-muted">{summary}</p>
                {output ? <p className="text-muted">Later steps can use: {output}</p> : null}
                <JsonView value={{ id: kind, ...example }} what="example" />
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </DocsPage>
  );
}
