import Link from "next/link";
import { LinkButton } from "~/components/ui/link-button";
import { Logo } from "~/components/ui/logo";

/** The top of the public pages. */
export function SiteHeader() {
  return (
    <header className="sticky top-0 z-30 border-b bg-canvas">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-2 px-4 sm:gap-6 sm:px-6">
        <Link href="/" className="shrink-0 rounded-md" aria-label="Billhook, front page">
          <Logo />
        </Link>
        <nav aria-label="Site" className="flex min-w-0 flex-1 items-center gap-0.5 sm:gap-1">
          <LinkButton variant="ghost" prefetch={false} href="/templates" className="px-2.5">
            Templates
          </LinkButton>
          <LinkButton variant="ghost" prefetch={false} href="/pricing" className="px-2.5 max-sm:hidden">
            Pricing
          </LinkButton>
          <LinkButton variant="ghost" prefetch={false} href="/docs" className="px-2.5">
            Docs
          </LinkButton>
          <LinkButton
            variant="ghost"
            prefetch={false}
            href="/sign-in"
            className="ml-auto px-2.5 max-sm:hidden"
          >
            Sign in
          </LinkButton>
          <LinkButton variant="primary" prefetch={false} href="/sign-up" className="max-sm:ml-auto">
            Sign up
          </LinkButton>
        </nav>
      </div>
    </header>
  );
}
