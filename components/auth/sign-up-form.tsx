"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { toActionError } from "~/components/ui/action-error";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { trpc } from "~/server/api/client";
import { AuthForm } from "./auth-form";
import { EmailField } from "./email-field";
import { PasswordField } from "./password-field";
import { type Problem, signUpProblem } from "./problems";
import type { Provider } from "./provider-buttons";

interface SignUpFormProps {
  callbackUrl: string | null;
  providers: readonly Provider[];
}

export function SignUpForm({ callbackUrl, providers }: SignUpFormProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(form: FormData) {
    const [email = "", password = "", workspace = ""] = ["email", "password", "workspace"].map((name) =>
      String(form.get(name) ?? ""),
    );
    setPending(true);
    setProblem(null);
    try {
      const { slug } = await trpc.user.signUp.mutate({ email, password, workspace });
      await signIn("credentials", { email, password, redirect: false });
      router.push(callbackUrl ?? `/w/${slug}`);
    } catch (error) {
      setProblem(signUpProblem(toActionError(error)));
      setPending(false);
    }
  }

  return (
    <AuthForm
      title="Create your account"
      submit="Create account"
      pending={pending}
      problem={problem}
      providers={providers}
      callbackUrl={callbackUrl}
      other={{ question: "Already here?", label: "Sign in", href: "/sign-in" }}
      onSubmit={submit}
    >
      <EmailField error={problem?.fields.email} />
      <PasswordField
        autoComplete="new-password"
        hint="At least 10 characters."
        error={problem?.fields.password}
      />
      <Field
        id="workspace"
        label="Workspace"
        required
        hint="Usually your company's name."
        error={problem?.fields.workspace}
      >
        {(control) => (
          <Input
            {...control}
            name="workspace"
            autoComplete="organization"
            maxLength={60}
            placeholder="Acme Inc."
          />
        )}
      </Field>
    </AuthForm>
  );
}
