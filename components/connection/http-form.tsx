"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { HttpAuthFields } from "./http-auth-fields";
import { spoken, useHttpCredentials } from "./use-http-credentials";

/** Keeps the credentials of any other web API for HTTP steps. */
export function HttpForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [submitted, setSubmitted] = useState(false);
  const state = useHttpCredentials({ origin: "", kind: "bearer" });
  const create = useAction(trpc.connection.create.mutate, {
    toastError: false,
    refresh: false,
    onSuccess: (connection) => router.push(`/w/${workspace}/connections/${connection.id}?created=1`),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    const credentials = state.submit();
    if (!credentials || !name.trim()) return;
    void create.run({ workspace, connection: { app: "http", name: name.trim(), credentials } });
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      {create.error ? (
        <Alert tone="danger" title="The API could not be connected">
          {spoken(create.error.message)}
        </Alert>
      ) : null}
      <Field
        id="name"
        label="Name"
        required
        hint="How your recipes call this API."
        error={submitted && !name.trim() ? "Give it a name." : undefined}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            placeholder="Our CRM"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <HttpAuthFields id="http" state={state} error={create.error} />
      <div>
        <Button type="submit" variant="primary" pending={create.pending}>
          {create.pending ? "Connecting…" : "Connect the API"}
        </Button>
      </div>
    </form>
  );
}
