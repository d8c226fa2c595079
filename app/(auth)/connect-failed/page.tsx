import type { Metadata } from "next";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/link-button";

export const metadata: Metadata = { title: "Stripe was not connected", robots: { index: false } };

const WHY: Record<string, string> = {
  denied:
    "You did not allow it, so nothing was connected. You can try again at any time, or paste a restricted key.",
  stale:
    "This connecting was begun in another browser or by somebody else, took longer than 15 minutes, or was finished before. Begin it again.",
  refused: "Stripe refused. Begin it again; if it happens once more, paste a restricted key instead.",
  conflict:
    "The account that you allowed is another one than the connection's. Connect it as a new connection, or choose the right account at Stripe.",
  failed: "Something went wrong on our side, and nothing was connected. Please try again.",
};

interface FailedPageProps {
  searchParams: Promise<{ why?: string; workspace?: string }>;
}

/** Where "Connect with Stripe" ends when there is no connection: why, and what to do. */
export default async function ConnectFailedPage({ searchParams }: FailedPageProps) {
  const { why = "failed", workspace } = await searchParams;
  const isSlug = typeof workspace === "string" && /^[\w-]+$/.test(workspace);
  return (
    <>
      <h1 className="text-xl font-semibold">Stripe was not connected</h1>
      <Alert tone={why === "denied" ? "info" : "warn"}>{WHY[why] ?? WHY.failed}</Alert>
      <div className="flex flex-wrap gap-2">
        <LinkButton variant="primary" href={isSlug ? `/w/${workspace}/connections/new/stripe` : "/start"}>
          {isSlug ? "Try again" : "To the workspace"}
        </LinkButton>
        {isSlug ? <LinkButton href={`/w/${workspace}/connections`}>To the connections</LinkButton> : null}
      </div>
    </>
  );
}
