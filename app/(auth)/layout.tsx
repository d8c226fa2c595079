import Link from "next/link";
import type { ReactNode } from "react";
import { SkipLink } from "~/components/shell/skip-link";
import { Panel } from "~/components/ui/card";
import { Logo } from "~/components/ui/logo";
import { Toaster } from "~/components/ui/toaster";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="px-4 py-4 sm:px-6">
        <Link href="/" className="inline-block rounded-md" aria-label="Billhook, front page">
          <Logo />
        </Link>
      </header>
      <main id="content" className="flex flex-1 items-start justify-center px-4 pt-[8vh] pb-16">
        <Panel className="flex w-full max-w-sm flex-col gap-5 p-6">{children}</Panel>
      </main>
      <Toaster />
    </div>
  );
}
