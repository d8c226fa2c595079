"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { trpc } from "~/server/api/client";

export function SignInForm({ callbackUrl }: { callbackUrl: string | null }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setProblem(null);
    const result = await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirect: false,
    });
    if (result?.ok) {
      const [first] = callbackUrl ? [] : await trpc.workspace.list.query();
      router.push(callbackUrl ?? (first ? `/w/${first.slug}` : "/"));
      return;
    }
    setProblem("The e-mail address or the password is wrong. Check both, or create an account.");
    setPending(false);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {problem ? (
        <Alert tone="danger" title="You are not signed in">
          {problem}
        </Alert>
      ) : null}
      <Field id="email" label="E-mail" required>
        {(control) => <Input {...control} name="email" type="email" autoComplete="email" />}
      </Field>
      <Field id="password" label="Password" required>
        {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Sign in
      </Button>
      <p className="text-sm text-muted">
        New here?{" "}
        <Link
          className="underline"
          href={`/sign-up${callbackUrl ? `?callbackUrl=${encodeURIComponent(callbackUrl)}` : ""}`}
        >
          Create an account
        </Link>
      </p>
    </form>
  );
}
