import type { Metadata } from "next";
import Link from "next/link";
import { ImportForm } from "~/components/recipe/import-form";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Import recipes" };

interface ImportPageProps {
  params: Promise<{ workspace: string }>;
}

export default async function ImportPage({ params }: ImportPageProps) {
  const { workspace } = await params;
  await caller(workspace);
  return (
    <>
      <PageHeader
        title="Import recipes"
        description={
          <>
            A file changes the recipe that has its key, or makes one. The same file again changes nothing.{" "}
            <Link href="/docs/files" className="text-accent-ink underline">
              How files look
            </Link>
          </>
        }
        breadcrumbs={[{ label: "Recipes", href: `/w/${workspace}/recipes` }, { label: "Import" }]}
      />
      <ImportForm workspace={workspace} />
    </>
  );
}
