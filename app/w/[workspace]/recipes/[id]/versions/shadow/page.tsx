import type { Metadata } from "next";
import { RefreshWhile } from "~/components/run/refresh-while";
import { ShadowEvents } from "~/components/version/shadow-events";
import { ShadowSummary } from "~/components/version/shadow-summary";
import { VersionTabs } from "~/components/version/version-tabs";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Shadow" };

interface ShadowPageProps {
  params: Promise<{ workspace: string; id: string }>;
}

export default async function ShadowPage({ params }: ShadowPageProps) {
  const { workspace, id } = await params;
  const api = await caller(workspace);
  const [recipe, shadow] = await Promise.all([
    api.recipe.get({ workspace, id }),
    api.recipe.shadow({ workspace, id }),
  ]);
  return (
    <>
      <VersionTabs workspace={workspace} recipe={recipe} current="shadow" />
      <div className="flex flex-col gap-4">
        <ShadowSummary workspace={workspace} recipe={recipe} shadow={shadow} />
        {shadow.version === null ? null : <ShadowEvents workspace={workspace} shadow={shadow} />}
      </div>
      <RefreshWhile active={shadow.version !== null} intervalMs={5000} />
    </>
  );
}
