import type { Metadata } from "next";
import { safeCallback } from "~/components/auth/safe-callback";
import { SignInForm } from "~/components/auth/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string; error?: string }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl } = await searchParams;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 p-4">
      <h1 className="text-xl font-semibold">Sign in to Billhook</h1>
      <SignInForm callbackUrl={safeCallback(callbackUrl)} />
    </main>
  );
}
