import type { ReactNode } from "react";
import { PageHeader } from "~/components/ui/page-header";

interface DocsPageProps {
  title: string;
  description?: ReactNode;
  /** Below "Docs"; the page itself is the last. */
  crumbs?: { label: string; href?: string }[];
  children: ReactNode;
}

/** The frame of every page of the docs. */
export function DocsPage({ title, description, crumbs = [], children }: DocsPageProps) {
  return (
    <div className="mx-auto max-w-4xl px-4 py-10 sm:px-6">
      <PageHeader
        title={title}
        description={description}
        {...(crumbs.length > 0 ? { breadcrumbs: [{ label: "Docs", href: "/docs" }, ...crumbs] } : {})}
      />
      <div className="flex flex-col gap-6">{children}</div>
    </div>
  );
}
