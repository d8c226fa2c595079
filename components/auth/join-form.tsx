"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { toActionError } from "~/components/ui/action-error";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { trpc } from "~/server/api/client";
import { PasswordField } from "./password-field";
import { type Problem, signUpProblem } from "./problems";

/** Chooses a password for the invited address, and is in. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setPending(true);
    setProblem(null);
    try {
      const joined = await trpc.user.join.mutate({ token, password });
      await signIn("credentials", { email, password, redirect: false });
      router.push(`/w/${joined?.slug}`);
    } catch (error) {
      setProblem(signUpProblem(toActionError(error)));
      setPending(false);
    }
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      {problem?.message ? <Alert tone="danger" title={problem.message} /> : null}
      {/* For password managers: which account the password is for. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        autoComplete="new-password"
        hint={`For your new account, ${email}. At least 10 characters.`}
        error={problem?.fields.password}
      />
      <Button type="submit" variant="primary" pending={pending}>
        Create account and join
      </Button>
    </form>
  );
}
