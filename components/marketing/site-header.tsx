import Link from "next/link";
import { LinkButton } from "~/components/ui/link-button";
import { Logo } from "~/components/ui/logo";

/** The top of the public pages. */
export function SiteHeader() {
  return (
    <header className="sticky top-0 z-30 border-b bg-canvas">
      <div className="mx-auto flex h-14 max-w-6xl items-center justify-between gap-4 px-4 sm:px-6">
        <Link href="/" className="rounded-md" aria-label="Billhook, front page">
          <Logo />
        </Link>
        <nav aria-label="Site" className="flex items-center gap-1 sm:gap-2">
          <LinkButton variant="ghost" href="/templates" className="max-sm:px-2">
            Templates
          </LinkButton>
          <LinkButton variant="ghost" href="/docs" className="max-sm:px-2">
            Docs
          </LinkButton>
          <LinkButton variant="ghost" href="/sign-in" className="max-sm:hidden">
            Sign in
          </LinkButton>
          <LinkButton variant="primary" href="/sign-up">
            Sign up
          </LinkButton>
        </nav>
      </div>
    </header>
  );
}
