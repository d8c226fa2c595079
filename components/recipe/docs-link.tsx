import { ExternalLink } from "lucide-react";

interface DocsLinkProps {
  href: string;
  text?: string;
  /** Leads to another site. */
  outside?: boolean;
}

/** A link to what is written about a step, in a new tab: the editor stays as it is. */
export function DocsLink({ href, text = "Docs", outside = false }: DocsLinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="whitespace-nowrap text-accent-ink underline underline-offset-2"
    >
      {text}
      {outside ? <ExternalLink aria-hidden className="ml-1 inline size-3" /> : null}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
