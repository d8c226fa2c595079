"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { Field } from "~/components/ui/field";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { fieldError } from "./field-error";
import { HttpKeysForm } from "./http-keys-form";
import { SecretInput } from "./secret-input";

const FIELDS: Record<
  Exclude<ConnectionView["app"], "http">,
  readonly { key: string; label: string; hint?: string }[]
> = {
  stripe: [{ key: "apiKey", label: "Restricted or secret key" }],
  customerio: [
    { key: "siteId", label: "Site ID", hint: "Changes together with the Track API key." },
    { key: "trackApiKey", label: "Track API key" },
    { key: "appApiKey", label: "App API key" },
    { key: "cdpApiKey", label: "Pipelines API key" },
    {
      key: "webhookSigningKey",
      label: "Reporting webhook signing key",
      hint: "From Integrations → Reporting Webhooks in Customer.io.",
    },
  ],
};

/** Replaces keys of a connection: rolled, revoked or with other permissions. Recipes keep using it. */
export function KeysForm({ workspace, connection }: { workspace: string; connection: ConnectionView }) {
  return connection.app === "http" ? (
    <HttpKeysForm workspace={workspace} connection={connection} />
  ) : (
    <VendorKeysForm
      workspace={workspace}
      id={connection.id}
      fields={FIELDS[connection.app]}
      open={connection.heldSince !== null}
    />
  );
}

interface VendorKeysFormProps {
  workspace: string;
  id: string;
  fields: readonly { key: string; label: string; hint?: string }[];
  /** Whether it stands open: when new keys are what is needed. */
  open: boolean;
}

function VendorKeysForm({ workspace, id, fields, open }: VendorKeysFormProps) {
  const [values, setValues] = useState<Record<string, string>>({});
  const update = useAction(trpc.connection.update.mutate, {
    success: "The new keys work and are in use",
    toastError: false,
    onSuccess: () => setValues({}),
  });
  const filled = Object.entries(values)
    .map(([key, value]) => [key, value.trim()] as const)
    .filter(([, value]) => value !== "");
  function submit(event: FormEvent) {
    event.preventDefault();
    void update.run({ workspace, id, credentials: Object.fromEntries(filled) });
  }
  return (
    <Disclosure id="keys" open={open} className="border-t px-4 py-3 text-sm" summary="Change the keys">
      <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p className="text-muted">
          Recipes keep using this connection. What you leave empty stays; new keys are tried before anything
          changes.
        </p>
        {update.error ? <Alert tone="danger" title={update.error.message} /> : null}
        {fields.map(({ key, label, hint }) => (
          <Field key={key} id={`new-${key}`} label={label} hint={hint} error={fieldError(update.error, key)}>
            {(control) => (
              <SecretInput
                {...control}
                value={values[key] ?? ""}
                onChange={(event) => setValues({ ...values, [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Button type="submit" pending={update.pending} disabled={filled.length === 0} className="self-start">
          Try and use the new keys
        </Button>
      </form>
    </Disclosure>
  );
}
