"use client";

import { type FormEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { SecretInput } from "./secret-input";

/** Enters the signing secret that Stripe made when somebody rolled it there. */
export function SecretForm({ workspace, id }: { workspace: string; id: string }) {
  const [secret, setSecret] = useState("");
  const [submitted, setSubmitted] = useState(false);
  const rotate = useAction(trpc.connection.rotateSecret.mutate, {
    success: "The new secret is in use; the old one is taken for 24 hours more",
    toastError: false,
    onSuccess: () => {
      setSecret("");
      setSubmitted(false);
    },
  });
  const missing = submitted && !secret.trim() ? "Paste the new secret: it begins with whsec_." : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (secret.trim()) void rotate.run({ workspace, id, webhookSecret: secret.trim() });
  }

  return (
    <details className="text-sm">
      <summary className="cursor-pointer select-none text-ink">Change the signing secret</summary>
      <form method="post" onSubmit={submit} noValidate className="mt-3 flex flex-col items-start gap-3">
        <p className="text-muted">
          Roll the secret on the endpoint's page in Stripe with an overlap of up to 24 hours, then paste the
          new one here. Billhook takes both meanwhile, so that no delivery is refused.
        </p>
        <div className="w-full">
          <Field id="new-secret" label="New signing secret" required error={missing ?? rotate.error?.message}>
            {(control) => (
              <SecretInput {...control} value={secret} onChange={(event) => setSecret(event.target.value)} />
            )}
          </Field>
        </div>
        <Button type="submit" pending={rotate.pending}>
          Use the new secret
        </Button>
      </form>
    </details>
  );
}
