import Link from "next/link";
import { LogoMark } from "~/components/ui/logo";
import { ThemeToggle } from "~/components/ui/theme-toggle";

const LINKS = [
  { href: "/templates", label: "Templates" },
  { href: "/docs", label: "Docs" },
  { href: "/sign-in", label: "Sign in" },
  { href: "/sign-up", label: "Sign up" },
];

/** The bottom of the public pages. */
export function SiteFooter() {
  return (
    <footer className="border-t">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 text-sm text-muted sm:px-6">
        <p className="flex items-center gap-2">
          <LogoMark className="size-5" />
          Billhook: Stripe events into Customer.io.
        </p>
        <nav aria-label="Footer" className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {LINKS.map(({ href, label }) => (
            <Link key={href} href={href} className="hover:text-ink hover:underline">
              {label}
            </Link>
          ))}
          {/* Not a page: the document itself. */}
          <a href="/api/v1/openapi.json" className="hover:text-ink hover:underline">
            API (OpenAPI)
          </a>
          <ThemeToggle />
        </nav>
      </div>
      <p className="mx-auto max-w-6xl px-4 pb-8 text-xs text-faint sm:px-6">
        Stripe and Customer.io are trademarks of their owners. Billhook is not affiliated with either.
      </p>
    </footer>
  );
}
