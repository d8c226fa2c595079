import type { Metadata } from "next";
import { LinkButton } from "~/components/ui/link-button";
import { Logo } from "~/components/ui/logo";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-3 px-6">
      <Logo />
      <h1 className="mt-4 text-2xl font-semibold">There is nothing here</h1>
      <p className="text-muted">
        The address may be mistyped, the thing may have been deleted, or it belongs to a workspace that you
        are not a member of.
      </p>
      <div className="mt-2 flex gap-2">
        <LinkButton variant="primary" href="/start">
          My workspace
        </LinkButton>
        <LinkButton href="/">Front page</LinkButton>
      </div>
    </main>
  );
}
