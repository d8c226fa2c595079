import Link from "next/link";
import { Logo } from "~/components/ui/logo";
import { ThemeToggle } from "~/components/ui/theme-toggle";

const COLUMNS = [
  {
    title: "Product",
    links: [
      { href: "/templates", label: "Templates" },
      { href: "/connect", label: "All pairs" },
      { href: "/pricing", label: "Pricing" },
      { href: "/docs/reliability", label: "Reliability" },
    ],
  },
  {
    title: "Docs",
    links: [
      { href: "/docs", label: "Contents" },
      { href: "/docs/triggers", label: "Triggers" },
      { href: "/docs/stripe", label: "Stripe actions" },
      { href: "/docs/customerio", label: "Customer.io actions" },
    ],
  },
  {
    title: "Account",
    links: [
      { href: "/sign-up", label: "Sign up" },
      { href: "/sign-in", label: "Sign in" },
    ],
  },
] as const;

/** The bottom of the public pages. */
export function SiteFooter() {
  return (
    <footer className="border-t bg-surface">
      <div className="mx-auto grid max-w-6xl gap-10 px-4 py-12 text-sm sm:px-6 md:grid-cols-[1fr_auto]">
        <div className="flex flex-col items-start gap-3">
          <Logo />
          <p className="max-w-xs text-muted">Stripe events into Customer.io, each exactly once.</p>
          <ThemeToggle />
        </div>
        <nav aria-label="Footer" className="grid grid-cols-2 gap-x-14 gap-y-8 sm:grid-cols-3">
          {COLUMNS.map(({ title, links }) => (
            <div key={title}>
              <h2 className="text-xs font-semibold text-faint">{title}</h2>
              <ul className="mt-2 flex flex-col">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <Link
                      href={href}
                      prefetch={false}
                      className="block py-1 text-muted hover:text-ink hover:underline"
                    >
                      {label}
                    </Link>
                  </li>
                ))}
                {title === "Docs" ? (
                  <li>
                    {/* Not a page: the document itself. */}
                    <a
                      href="/api/v1/openapi.json"
                      className="block py-1 text-muted hover:text-ink hover:underline"
                    >
                      API (OpenAPI)
                    </a>
                  </li>
                ) : null}
              </ul>
            </div>
          ))}
        </nav>
      </div>
      <div className="mx-auto max-w-6xl px-4 sm:px-6">
        <p className="border-t py-5 text-xs text-faint">
          Stripe and Customer.io are trademarks of their owners. Billhook is not affiliated with either.
        </p>
      </div>
    </footer>
  );
}
