"use client";

import { type FormEvent, useState } from "react";
import { SecretInput } from "~/components/connection/secret-input";
import { Button } from "~/components/ui/button";
import { CopyButton } from "~/components/ui/copy-button";
import { Field } from "~/components/ui/field";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { useEditor } from "./editor-context";

/** The address that belongs to this recipe, and the secret of those who call it. */
export function HookPanel({ recipeId }: { recipeId: string }) {
  const { state, samples, showEvent } = useEditor();
  const { hook, definition } = state;
  const { auth } = definition.trigger.config;
  if (!hook) return <p className="text-sm text-muted">The address appears as soon as the recipe is saved.</p>;
  return (
    <div className="flex flex-col gap-4">
      <div className="min-w-0">
        <p className="mb-1 text-sm font-medium">Address</p>
        <div className="flex items-center gap-1 rounded-md border bg-canvas py-1 pr-1 pl-3">
          <code className="min-w-0 flex-1 text-xs break-all">{hook.url}</code>
          <CopyButton value={hook.url} what="address" />
        </div>
        <p className="mt-1 text-xs text-faint">
          Takes GET, POST, PUT and PATCH of up to 1 MB. Send a request now, before the recipe is live: it is
          kept as an example to build with.{" "}
          <button
            type="button"
            className="font-medium text-accent-ink underline"
            onClick={() => {
              samples.reload();
              showEvent();
            }}
          >
            Look for it
          </button>
        </p>
      </div>
      {auth && auth !== "none" ? <CallerSecret recipeId={recipeId} isSet={hook.hasSecret} /> : null}
    </div>
  );
}

function CallerSecret({ recipeId, isSet }: { recipeId: string; isSet: boolean }) {
  const { workspace, dispatch } = useEditor();
  const [secret, setSecret] = useState("");
  const save = useAction(trpc.recipe.setHookSecret.mutate, {
    success: "The secret is set",
    toastError: false,
    refresh: false,
    onSuccess: (recipe) => {
      setSecret("");
      dispatch({ type: "statusChanged", recipe });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    void save.run({ workspace, id: recipeId, secret });
  }
  return (
    <form method="post" onSubmit={submit} className="flex flex-col items-start gap-2">
      <div className="w-full">
        <Field
          id="hook-secret"
          label={isSet ? "Replace the caller's secret" : "The caller's secret"}
          hint={
            isSet
              ? "A secret is set; it is kept encrypted and never shown."
              : "What the caller sends in the header or signs with: at least 8 characters."
          }
          error={save.error?.message}
          required
        >
          {(control) => (
            <SecretInput {...control} value={secret} onChange={(event) => setSecret(event.target.value)} />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" pending={save.pending} disabled={secret.trim().length < 8}>
          {isSet ? "Replace the secret" : "Set the secret"}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setSecret(randomSecret())}>
          Make one up
        </Button>
      </div>
    </form>
  );
}

function randomSecret(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
