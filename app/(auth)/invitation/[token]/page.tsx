import type { Metadata } from "next";
import Link from "next/link";
import { AcceptInvitation } from "~/components/auth/accept-invitation";
import { JoinForm } from "~/components/auth/join-form";
import { SignOutButton } from "~/components/shell/sign-out-button";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/link-button";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

// The address holds the invitation's secret: it goes to no other site.
export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "no-referrer" };

/** What a link offers, and the shortest way in for whoever opens it. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [api, user] = await Promise.all([caller(), currentUser()]);
  const offered = await api.user.invitation({ token });
  if (!offered)
    return (
      <>
        <h1 className="text-lg font-semibold tracking-tight">This invitation is not valid any more</h1>
        <p className="text-sm text-muted">
          It was used, taken back, or is older than seven days. Ask whoever invited you for a new one.
        </p>
        <LinkButton href={user ? "/start" : "/sign-in"}>{user ? "To your workspace" : "Sign in"}</LinkButton>
      </>
    );
  const { workspace, email, role, invitedBy, hasAccount } = offered;
  return (
    <>
      <h1 className="text-lg font-semibold tracking-tight">Join {workspace}</h1>
      <p className="text-sm text-muted">
        {invitedBy} invites {email} to this workspace, with the role “{role}”.
      </p>
      {user?.email === email ? <AcceptInvitation token={token} workspace={workspace} /> : null}
      {user && user.email !== email ? (
        <>
          <Alert tone="warn" title={`You are signed in as ${user.email}`}>
            Sign out, open the link again, and sign in as {email}.
          </Alert>
          <SignOutButton />
        </>
      ) : null}
      {!user && hasAccount ? (
        <Link
          className="text-sm text-accent-ink underline"
          href={`/sign-in?callbackUrl=${encodeURIComponent(`/invitation/${token}`)}`}
        >
          Sign in as {email} to join
        </Link>
      ) : null}
      {!user && !hasAccount ? <JoinForm token={token} email={email} /> : null}
    </>
  );
}
