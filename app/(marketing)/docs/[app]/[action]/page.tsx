import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import { DocsPage } from "~/components/docs/docs-page";
import { FieldTable } from "~/components/docs/field-table";
import { APPS, isDocsApp } from "~/components/docs/words";
import { RequestExample } from "~/components/marketing/request-example";
import { Alert } from "~/components/ui/alert";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { JsonView } from "~/components/ui/json-view";
import { LinkButton } from "~/components/ui/link-button";
import { BUCKETS } from "~/server/connectors/buckets";
import { getAction } from "~/server/connectors/catalog";
import { retryWords } from "~/server/connectors/effect-words";
import { exampleOf } from "~/server/connectors/example";
import { fieldRows } from "~/server/connectors/field-rows";

interface ActionProps {
  params: Promise<{ app: string; action: string }>;
}

/** Made when first asked for, and kept. */
export const generateStaticParams = () => [];

async function asked({ params }: ActionProps) {
  const { app, action: name } = await params;
  const action = getAction(`${app}.${name}`);
  return isDocsApp(app) && action ? { app, action } : null;
}

export async function generateMetadata(props: ActionProps): Promise<Metadata> {
  const found = await asked(props);
  if (!found) return {};
  return { title: `${found.action.title} (${APPS[found.app].name})`, description: found.action.summary };
}

export default async function ActionDocs(props: ActionProps) {
  const found = await asked(props);
  if (!found) notFound();
  const { app, action } = found;
  const rows = fieldRows(z.toJSONSchema(action.input, { io: "input" }));
  const [basic, more] = [rows.filter((row) => !row.more), rows.filter((row) => row.more)];
  const { requests } = await exampleOf(action, action.sample.input);
  return (
    <DocsPage
      title={action.title}
      description={action.summary}
      crumbs={[{ label: APPS[app].name, href: `/docs/${app}` }, { label: action.title }]}
    >
      {action.danger ? (
        <Alert tone="warn" title="This cannot be undone">
          {action.danger} A recipe with it can only be published when you have confirmed it in the step.
        </Alert>
      ) : null}
      <Panel>
        <PanelHeader title="Fields" />
        {basic.length > 0 ? (
          <FieldTable rows={basic} />
        ) : (
          <p className="p-4 text-sm text-muted">It needs none.</p>
        )}
      </Panel>
      {more.length > 0 ? (
        <Panel>
          <PanelHeader title="More fields" description="Rarely needed; folded away in the editor." />
          <FieldTable rows={more} />
        </Panel>
      ) : null}
      <Panel>
        <PanelHeader title="Example" description="Built by the same code that runs your recipe." />
        <div className="flex flex-col gap-5 p-4">
          <Part title="The step's input">
            <JsonView value={action.sample.input} what="sample input" />
          </Part>
          {requests.length > 0 ? (
            <Part title={requests.length === 1 ? "The request that goes out" : "The requests that go out"}>
              {requests.map((request) => (
                <RequestExample key={`${request.method} ${request.url}`} request={request} />
              ))}
            </Part>
          ) : null}
          <Part title="What later steps can use">
            <JsonView value={action.sample.output} what="sample output" maxLines={24} />
          </Part>
        </div>
      </Panel>
      <Panel>
        <PanelHeader title="Limits and failures" />
        <FactList
          facts={[
            { label: "Id", value: <code className="font-mono text-xs">{action.id}</code> },
            { label: "When repeated", value: retryWords(action) },
            {
              label: "When it fails",
              value:
                "A vendor that is down or says “too many” is asked again, with growing pauses for hours; what it refuses for good goes to the inbox at once, with what to do about it.",
            },
            { label: "Limit", value: BUCKETS[action.bucket].words },
          ]}
        />
      </Panel>
      <p className="flex flex-wrap gap-2">
        <LinkButton variant="primary" href="/templates">
          Start from a template
        </LinkButton>
        {app === "core" ? null : (
          <LinkButton href={action.docs} target="_blank" rel="noreferrer">
            {APPS[app].name}'s own page
            <ExternalLink aria-hidden />
          </LinkButton>
        )}
      </p>
    </DocsPage>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="text-sm font-medium text-muted">{title}</h3>
      {children}
    </section>
  );
}
