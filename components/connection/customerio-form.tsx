"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { fieldError } from "./field-error";
import { SecretInput } from "./secret-input";

type FieldName = "name" | "siteId" | "trackApiKey" | "appApiKey" | "cdpApiKey";
const EMPTY: Record<FieldName, string> = {
  name: "Customer.io",
  siteId: "",
  trackApiKey: "",
  appApiKey: "",
  cdpApiKey: "",
};

/** Connects a Customer.io workspace; its region is found by asking Customer.io. */
export function CustomerioForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const [values, setValues] = useState(EMPTY);
  const [submitted, setSubmitted] = useState(false);
  const create = useAction(trpc.connection.create.mutate, {
    toastError: false,
    refresh: false,
    onSuccess: (connection) => router.push(`/w/${workspace}/connections/${connection.id}?created=1`),
  });

  function bind(field: FieldName) {
    return {
      value: values[field],
      onChange: (event: { target: { value: string } }) =>
        setValues({ ...values, [field]: event.target.value }),
    };
  }
  const missing = (field: FieldName, say: string) => (submitted && !values[field].trim() ? say : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    const [siteId, trackApiKey] = [values.siteId.trim(), values.trackApiKey.trim()];
    const [appApiKey, cdpApiKey] = [values.appApiKey.trim(), values.cdpApiKey.trim()];
    if (!siteId || !trackApiKey) return;
    const credentials = {
      siteId,
      trackApiKey,
      ...(appApiKey ? { appApiKey } : {}),
      ...(cdpApiKey ? { cdpApiKey } : {}),
    };
    void create.run({
      workspace,
      connection: { app: "customerio", name: values.name.trim() || EMPTY.name, credentials },
    });
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      {create.error ? (
        <Alert tone="danger" title="Customer.io could not be connected">
          {create.error.message}
        </Alert>
      ) : null}
      <Field id="name" label="Name" required hint="How your recipes call this workspace.">
        {(control) => <Input {...control} maxLength={80} {...bind("name")} />}
      </Field>
      <Field
        id="site-id"
        label="Site ID"
        required
        error={
          missing("siteId", "Paste the Site ID of the Track API key.") ?? fieldError(create.error, "siteId")
        }
      >
        {(control) => <Input {...control} mono autoComplete="off" spellCheck={false} {...bind("siteId")} />}
      </Field>
      <Field
        id="track-key"
        label="Track API key"
        required
        error={
          missing("trackApiKey", "Paste the Track API key that stands beside the Site ID.") ??
          fieldError(create.error, "trackApiKey")
        }
        hint="Updates people, tracks events, manages segments."
      >
        {(control) => <SecretInput {...control} {...bind("trackApiKey")} />}
      </Field>
      <Field
        id="app-key"
        label="App API key"
        error={fieldError(create.error, "appApiKey")}
        hint="Needed to send messages, start broadcasts and look people up. You can connect without it."
      >
        {(control) => <SecretInput {...control} {...bind("appApiKey")} />}
      </Field>
      <Field
        id="cdp-key"
        label="Pipelines API key"
        error={fieldError(create.error, "cdpApiKey")}
        hint="Only if your data goes through Customer.io's Data Pipelines."
      >
        {(control) => <SecretInput {...control} {...bind("cdpApiKey")} />}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={create.pending}>
          {create.pending ? "Asking Customer.io…" : "Connect Customer.io"}
        </Button>
      </div>
    </form>
  );
}
