import type { Metadata } from "next";
import { safeCallback } from "~/components/auth/safe-callback";
import { SignUpForm } from "~/components/auth/sign-up-form";

export const metadata: Metadata = { title: "Create your account" };

interface SignUpPageProps {
  searchParams: Promise<{ callbackUrl?: string }>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const { callbackUrl } = await searchParams;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 p-4">
      <h1 className="text-xl font-semibold">Create your Billhook account</h1>
      <SignUpForm callbackUrl={safeCallback(callbackUrl)} />
    </main>
  );
}
