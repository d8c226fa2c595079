"use client";

import Link from "next/link";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import type { Problem } from "./problems";
import { type Provider, ProviderButtons } from "./provider-buttons";

interface AuthFormProps {
  title: string;
  submit: string;
  pending: boolean;
  problem: Problem | null;
  providers: readonly Provider[];
  callbackUrl: string | null;
  other: { question: string; label: string; href: string };
  onSubmit: (form: FormData) => void;
  children: ReactNode;
}

/** The frame of both forms: title, problem, fields, button, the other sign-ins, the way to the other form. */
export function AuthForm({
  title,
  submit,
  pending,
  problem,
  providers,
  callbackUrl,
  other,
  ...rest
}: AuthFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problem]);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!pending) rest.onSubmit(new FormData(event.currentTarget));
  }
  const query = callbackUrl ? `?callbackUrl=${encodeURIComponent(callbackUrl)}` : "";
  return (
    <>
      <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
      {problem?.message ? <Alert tone="danger" title={problem.message} /> : null}
      <form method="post" ref={form} onSubmit={send} noValidate className="flex flex-col gap-4">
        {rest.children}
        <Button type="submit" variant="primary" pending={pending}>
          {submit}
        </Button>
      </form>
      <ProviderButtons providers={providers} callbackUrl={callbackUrl} />
      <p className="text-sm text-muted">
        {other.question}{" "}
        <Link className="text-ink underline" href={`${other.href}${query}`}>
          {other.label}
        </Link>
      </p>
    </>
  );
}
