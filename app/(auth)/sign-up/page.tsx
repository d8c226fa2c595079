import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safeCallback } from "~/components/auth/safe-callback";
import { SignUpForm } from "~/components/auth/sign-up-form";
import { oauthProviders } from "~/server/auth/config";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Create your account" };

interface SignUpPageProps {
  searchParams: Promise<{ callbackUrl?: string }>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const { callbackUrl } = await searchParams;
  const next = safeCallback(callbackUrl);
  if (await currentUser()) redirect(next ?? "/start");
  return <SignUpForm callbackUrl={next} providers={oauthProviders} />;
}
