import type { ReactNode } from "react";
import { Breadcrumbs } from "~/components/ui/breadcrumbs";
import { JsonLd } from "./json-ld";

export interface Crumb {
  label: string;
  href?: string;
}

interface PublicHeadProps {
  title: string;
  lead: ReactNode;
  crumbs?: Crumb[];
  /** Makes the crumbs' addresses absolute, for search engines. */
  absolute: (path: string) => string;
  /** Above the title. */
  sign?: ReactNode;
  actions?: ReactNode;
}

/** The head of a public page: where it stands, what it is about, what to do. */
export function PublicHead({ title, lead, crumbs, absolute, sign, actions }: PublicHeadProps) {
  return (
    <>
      {crumbs ? (
        <>
          <JsonLd data={crumbList(crumbs, absolute)} />
          <Breadcrumbs items={crumbs} />
        </>
      ) : null}
      {sign ? <div className="mt-6">{sign}</div> : null}
      <div className="mt-3 flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="min-w-0 max-w-2xl">
          <h1 className="text-3xl font-semibold tracking-tight">{title}</h1>
          <div className="mt-2 text-lg text-muted">{lead}</div>
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </>
  );
}

function crumbList(crumbs: readonly Crumb[], absolute: (path: string) => string) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      ...(href ? { item: absolute(href) } : {}),
    })),
  };
}
