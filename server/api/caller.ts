import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { currentUser } from "~/server/auth/session";
import { createCaller } from "./root";

/**
 * The API as a server component calls it. With a slug, a signed-out visitor goes to sign in, and a stranger (or a slug
 * that does not exist) sees the 404 page, before anything else is read.
 */
export async function caller(slug?: string) {
  const user = await currentUser();
  const api = createCaller(
    { user, address: null },
    { onError: ({ error }) => void (error.code === "NOT_FOUND" && notFound()) },
  );
  if (slug === undefined) return api;
  if (!user) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/w/${slug}`)}`);
  await api.workspace.get({ workspace: slug }).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  return api;
}
