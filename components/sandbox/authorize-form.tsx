"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { AuthorizeInput } from "~/server/services/sandbox/schemas";

interface AuthorizeFormProps {
  request: AuthorizeInput;
  workspaces: { slug: string; name: string }[];
}

const SCOPES: Record<string, string> = {
  read_write: "Read and change customers, subscriptions, invoices and payments, and set up webhooks",
  read_only: "Read customers, subscriptions, invoices and payments",
};

/** Plays Stripe's page: which account, what is asked, allow or not. */
export function AuthorizeForm({ request, workspaces }: AuthorizeFormProps) {
  const [workspace, setWorkspace] = useState(workspaces[0]?.slug ?? "");
  const allow = useAction(trpc.sandbox.authorize.mutate, {
    toastError: false,
    refresh: false,
    onSuccess: ({ url }) => window.location.assign(url),
  });
  function deny() {
    const url = new URL(request.redirectUri, window.location.origin);
    url.searchParams.set("error", "access_denied");
    url.searchParams.set("state", request.state);
    // An address that is not ours gets nothing from us.
    if (url.origin === window.location.origin) window.location.assign(url.href);
  }
  return (
    <>
      <div>
        <p className="text-sm text-muted">Stripe sandbox</p>
        <h1 className="text-xl font-semibold">Billhook wants to use your Stripe account</h1>
      </div>
      {allow.error ? <Alert tone="danger" title={allow.error.message} /> : null}
      <Field id="account" label="Account" required>
        {(control) => (
          <Select {...control} value={workspace} onChange={(event) => setWorkspace(event.target.value)}>
            {workspaces.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                Sandbox account of {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="text-sm">
        <p className="font-medium">It will be able to:</p>
        <ul className="mt-1 list-disc pl-5 text-muted">
          {request.scope
            .split(" ")
            .filter(Boolean)
            .map((scope) => (
              <li key={scope}>{SCOPES[scope] ?? scope}</li>
            ))}
        </ul>
      </div>
      <div className="flex gap-2">
        <Button
          variant="primary"
          pending={allow.pending}
          onClick={() => allow.run({ workspace, ...request })}
        >
          Allow access
        </Button>
        <Button onClick={deny}>Do not allow</Button>
      </div>
      <p className="text-xs text-faint">
        This page plays the part of Stripe's own, for an account that exists inside Billhook only.
      </p>
    </>
  );
}
