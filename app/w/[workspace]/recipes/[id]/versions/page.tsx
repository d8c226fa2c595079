import type { Metadata } from "next";
import { Panel } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { ComparePanel } from "~/components/version/compare-panel";
import { VersionHistory } from "~/components/version/version-history";
import { VersionTabs } from "~/components/version/version-tabs";
import { defaultSides, parseSide } from "~/components/version/version-words";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Versions" };

interface VersionsPageProps {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function VersionsPage({ params, searchParams }: VersionsPageProps) {
  const { workspace, id } = await params;
  const asked = await searchParams;
  const api = await caller(workspace);
  const cursor = parseSide(asked.cursor);
  const place = typeof cursor === "number" ? { cursor } : {};
  const [recipe, first, page] = await Promise.all([
    api.recipe.get({ workspace, id }),
    api.recipe.versions({ workspace, id, limit: 2 }),
    api.recipe.versions({ workspace, id, limit: 25, ...place }),
  ]);
  const [from, to] = [parseSide(asked.from), parseSide(asked.to)];
  const sides = from && to ? { from, to } : defaultSides(recipe, first.data);
  const diff = sides ? await api.recipe.diff({ workspace, id, ...sides }) : null;
  return (
    <>
      <VersionTabs workspace={workspace} recipe={recipe} current="history" />
      <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
        <Panel>
          <VersionHistory
            workspace={workspace}
            recipe={recipe}
            versions={page.data}
            next={(first.data[0]?.version ?? 0) + 1}
          />
          <Pagination
            path={`/w/${workspace}/recipes/${id}/versions`}
            params={typeof cursor === "number" ? { cursor: String(cursor) } : {}}
            nextCursor={page.nextCursor}
          />
        </Panel>
        {diff ? <ComparePanel versions={page.data} diff={diff} /> : null}
      </div>
    </>
  );
}
