import { ArrowRight } from "lucide-react";
import Link from "next/link";

/** From a panel's excerpt to the whole list. */
export function MoreLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="inline-flex items-center gap-1 rounded-sm text-xs font-medium text-accent-ink hover:underline pointer-coarse:py-2"
    >
      {children}
      <ArrowRight aria-hidden className="size-3.5" />
    </Link>
  );
}
