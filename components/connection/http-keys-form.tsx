"use client";

import type { FormEvent } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { HttpAuthFields } from "./http-auth-fields";
import { spoken, useHttpCredentials } from "./use-http-credentials";

/** Replaces a web API's credentials as a whole: a secret never stays behind with another origin. */
export function HttpKeysForm({ workspace, connection }: { workspace: string; connection: ConnectionView }) {
  const { origin = "", auth = "bearer" } = connection;
  const state = useHttpCredentials({ origin, kind: auth });
  const update = useAction(trpc.connection.update.mutate, {
    success: "The new credentials are in use",
    toastError: false,
    onSuccess: state.clear,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const credentials = state.submit();
    if (credentials) void update.run({ workspace, id: connection.id, credentials });
  }

  return (
    <Disclosure className="border-t px-4 py-3 text-sm" summary="Change the credentials">
      <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p className="text-muted">Recipes keep using this connection. Enter the secret again, whole.</p>
        {update.error ? <Alert tone="danger" title={spoken(update.error.message)} /> : null}
        <HttpAuthFields id="new" state={state} error={update.error} />
        <Button type="submit" pending={update.pending} className="self-start">
          Use the new credentials
        </Button>
      </form>
    </Disclosure>
  );
}
