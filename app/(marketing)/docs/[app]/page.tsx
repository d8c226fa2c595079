import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocsPage } from "~/components/docs/docs-page";
import { LinkList } from "~/components/docs/link-list";
import { APPS, actionHref, isDocsApp } from "~/components/docs/words";
import { Panel, PanelHeader } from "~/components/ui/card";
import { ACTIONS } from "~/server/connectors/catalog";

interface AppProps {
  params: Promise<{ app: string }>;
}

/** Made when first asked for, and kept. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: AppProps): Promise<Metadata> {
  const { app } = await params;
  return isDocsApp(app) ? { title: `${APPS[app].name}: actions`, description: APPS[app].summary } : {};
}

export default async function AppDocs({ params }: AppProps) {
  const { app } = await params;
  if (!isDocsApp(app)) notFound();
  const { name, summary } = APPS[app];
  return (
    <DocsPage title={`${name}: what a step can do`} description={summary} crumbs={[{ label: name }]}>
      {[...byNoun(app)].map(([noun, actions]) => (
        <Panel key={noun}>
          <PanelHeader title={noun} />
          <LinkList
            links={actions.map(({ id, title, summary: what }) => ({
              href: actionHref(id),
              id,
              title,
              summary: what,
            }))}
          />
        </Panel>
      ))}
    </DocsPage>
  );
}

const OTHER = "Others";

function byNoun(app: string) {
  const groups = new Map<string, (typeof ACTIONS)[number][]>();
  for (const action of ACTIONS.filter((one) => one.app === app)) {
    const [, noun = "", verb] = action.id.split(".");
    const words = verb ? noun.replaceAll("_", " ") : OTHER;
    const title = words.charAt(0).toUpperCase() + words.slice(1);
    groups.set(title, [...(groups.get(title) ?? []), action]);
  }
  return groups;
}
