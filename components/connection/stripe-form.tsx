"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { fieldError } from "./field-error";
import { SecretInput } from "./secret-input";
import { inspectSigningSecret, inspectStripeKey } from "./stripe-key";

/** Connects a Stripe account by key; errors say which field and what to do. */
export function StripeForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const [name, setName] = useState("Stripe");
  const [apiKey, setApiKey] = useState("");
  const [secret, setSecret] = useState("");
  const [submitted, setSubmitted] = useState(false);
  const create = useAction(trpc.connection.create.mutate, {
    toastError: false,
    refresh: false,
    onSuccess: (connection) => router.push(`/w/${workspace}/connections/${connection.id}?created=1`),
  });

  const finding = inspectStripeKey(apiKey);
  const keyProblem = finding && "problem" in finding ? finding.problem : undefined;
  const keyMissing = submitted && apiKey.trim() === "" ? "Paste a restricted or secret key." : undefined;
  const secretProblem = inspectSigningSecret(secret) ?? undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (apiKey.trim() === "" || keyProblem || secretProblem) return;
    const webhookSecret = secret.trim();
    const credentials = { apiKey: apiKey.trim(), ...(webhookSecret ? { webhookSecret } : {}) };
    void create.run({ workspace, connection: { app: "stripe", name: name.trim() || "Stripe", credentials } });
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      {create.error ? (
        <Alert tone="danger" title="Stripe could not be connected">
          {create.error.message}
        </Alert>
      ) : null}
      <Field id="name" label="Name" required hint="How your recipes call this account.">
        {(control) => (
          <Input {...control} maxLength={80} value={name} onChange={(e) => setName(e.target.value)} />
        )}
      </Field>
      <Field
        id="api-key"
        label="Restricted or secret key"
        required
        error={keyProblem ?? keyMissing ?? fieldError(create.error, "apiKey")}
        aside={finding && "mode" in finding ? <KeyBadge {...finding} /> : null}
        hint="It is checked with a call to Stripe, then stored encrypted and never shown again."
      >
        {(control) => (
          <SecretInput
            {...control}
            placeholder="rk_live_…"
            value={apiKey}
            onChange={(e) => setApiKey(e.target.value)}
          />
        )}
      </Field>
      <Field
        id="webhook-secret"
        label="Webhook signing secret"
        error={secretProblem ?? fieldError(create.error, "webhookSecret")}
        hint="Leave it empty and Billhook makes the webhook endpoint in your Stripe account; for that, this install needs a public address. Enter one if you made the endpoint yourself, or from “stripe listen --print-secret”."
      >
        {(control) => (
          <SecretInput
            {...control}
            placeholder="whsec_…"
            value={secret}
            onChange={(e) => setSecret(e.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={create.pending}>
          {create.pending ? "Asking Stripe…" : "Connect Stripe"}
        </Button>
      </div>
    </form>
  );
}

function KeyBadge({ mode, kind }: { mode: "test" | "live"; kind: "restricted" | "secret" }) {
  return (
    <Badge tone={mode === "live" ? "ok" : "warn"}>
      {mode === "live" ? "Live mode" : "Test mode"}, {kind}
    </Badge>
  );
}
