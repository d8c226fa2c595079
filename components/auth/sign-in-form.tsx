"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { AuthForm } from "./auth-form";
import { EmailField } from "./email-field";
import { PasswordField } from "./password-field";
import { type Problem, signInProblem } from "./problems";
import type { Provider } from "./provider-buttons";

interface SignInFormProps {
  callbackUrl: string | null;
  providers: readonly Provider[];
  problem: string | null;
}

export function SignInForm({ callbackUrl, providers, problem: cameWith }: SignInFormProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(cameWith ? { message: cameWith, fields: {} } : null);
  const [pending, setPending] = useState(false);

  async function submit(form: FormData) {
    const [email = "", password = ""] = ["email", "password"].map((name) =>
      String(form.get(name) ?? "").trim(),
    );
    const fields = {
      ...(email ? {} : { email: "Enter your e-mail address." }),
      ...(password ? {} : { password: "Enter your password." }),
    };
    if (Object.keys(fields).length > 0) return setProblem({ fields });
    setPending(true);
    const answer = await signIn("credentials", { email, password: form.get("password"), redirect: false });
    if (answer?.ok) return router.push(callbackUrl ?? "/start");
    setProblem(
      signInProblem(answer?.error ?? "Billhook cannot be reached. Check your network and try again."),
    );
    setPending(false);
  }

  return (
    <AuthForm
      title="Sign in to Billhook"
      submit="Sign in"
      pending={pending}
      problem={problem}
      providers={providers}
      callbackUrl={callbackUrl}
      other={{ question: "New here?", label: "Create an account", href: "/sign-up" }}
      onSubmit={submit}
    >
      <EmailField error={problem?.fields.email} />
      <PasswordField autoComplete="current-password" error={problem?.fields.password} />
    </AuthForm>
  );
}
