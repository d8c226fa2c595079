import Link from "next/link";

export interface DocsLink {
  href: string;
  title: string;
  /** The id, as REST and exported recipes write it. */
  id: string;
  summary?: string;
}

/** What the docs have, one line each. */
export function LinkList({ links }: { links: readonly DocsLink[] }) {
  return (
    <ul className="divide-y">
      {links.map(({ href, title, id, summary }) => (
        <li key={href}>
          <Link href={href} prefetch={false} className="block px-4 py-2.5 hover:bg-hover">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{title}</span>
              <code className="font-mono text-xs break-all text-faint">{id}</code>
            </span>
            {summary ? <span className="mt-0.5 block text-sm text-muted">{summary}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
