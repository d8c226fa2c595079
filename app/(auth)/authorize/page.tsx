import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AuthorizeForm } from "~/components/sandbox/authorize-form";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Allow access to the Stripe sandbox", robots: { index: false } };

interface AuthorizePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The sandbox's authorise page: what Stripe's shows to the owner of an account. */
export default async function AuthorizePage({ searchParams }: AuthorizePageProps) {
  const query = await searchParams;
  const text = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : "";
  };
  const request = {
    clientId: text("client_id"),
    redirectUri: text("redirect_uri"),
    state: text("state"),
    scope: text("scope"),
    challenge: text("code_challenge") || null,
  };
  if (!request.clientId || !request.state) notFound();
  if (!(await currentUser())) redirect("/sign-in");
  const workspaces = await (await caller()).workspace.list();
  return (
    <AuthorizeForm request={request} workspaces={workspaces.map(({ slug, name }) => ({ slug, name }))} />
  );
}
