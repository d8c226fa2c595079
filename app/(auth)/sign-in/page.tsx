import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { callbackProblem } from "~/components/auth/problems";
import { safeCallback } from "~/components/auth/safe-callback";
import { SignInForm } from "~/components/auth/sign-in-form";
import { oauthProviders } from "~/server/auth/config";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string; error?: string }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const next = safeCallback(callbackUrl);
  if (await currentUser()) redirect(next ?? "/start");
  return <SignInForm callbackUrl={next} providers={oauthProviders} problem={callbackProblem(error)} />;
}
