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

export function SignUpForm({ callbackUrl }: { callbackUrl: string | null }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email = "", password = "", workspace = ""] = ["email", "password", "workspace"].map((name) =>
      String(form.get(name) ?? ""),
    );
    if (password.length < 10) return setProblem("The password needs at least 10 characters.");
    setPending(true);
    setProblem(null);
    try {
      const { slug } = await trpc.user.signUp.mutate({ email, password, workspace });
      await signIn("credentials", { email, password, redirect: false });
      router.push(callbackUrl ?? `/w/${slug}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
      setPending(false);
    }
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {problem ? (
        <Alert tone="danger" title="The account was not made">
          {problem}
        </Alert>
      ) : null}
      <Field id="email" label="E-mail" required>
        {(control) => <Input {...control} name="email" type="email" autoComplete="email" />}
      </Field>
      <Field id="password" label="Password" required hint="At least 10 characters.">
        {(control) => (
          <Input {...control} name="password" type="password" autoComplete="new-password" minLength={10} />
        )}
      </Field>
      <Field id="workspace" label="Workspace" required hint="Usually your company's name.">
        {(control) => <Input {...control} name="workspace" autoComplete="organization" maxLength={60} />}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Create account
      </Button>
      <p className="text-sm text-muted">
        Already here?{" "}
        <Link
          className="underline"
          href={`/sign-in${callbackUrl ? `?callbackUrl=${encodeURIComponent(callbackUrl)}` : ""}`}
        >
          Sign in
        </Link>
      </p>
    </form>
  );
}
