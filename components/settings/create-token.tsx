"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { CopyLine } from "~/components/ui/code";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** Asks for a name, then shows the new token: the only time it can be read. */
export function CreateToken({ workspace }: { workspace: string }) {
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const create = useAction(trpc.token.create.mutate, {
    toastError: false,
    onSuccess: (created) => setToken(created.token),
  });
  function close() {
    setOpen(false);
    setToken(null);
    create.clearError();
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get("name")?.toString().trim();
    if (name) void create.run({ workspace, name });
  }
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Create token
      </Button>
      <Dialog open={open} onClose={close} title={token ? "Copy the token now" : "Create an API token"}>
        {token ? (
          <>
            <Alert tone="warn">It is shown only this once; Billhook keeps no copy that can be read.</Alert>
            <CopyLine value={token} what="token" />
            <Button variant="primary" onClick={close} className="self-end">
              Done
            </Button>
          </>
        ) : (
          <form method="post" onSubmit={submit} className="flex flex-col gap-4 pt-1">
            <Field
              id="token-name"
              label="Name"
              required
              hint="What will use it, so that you know it again."
              error={create.error?.message}
            >
              {(control) => (
                <Input {...control} name="name" maxLength={60} autoFocus placeholder="Deploy script" />
              )}
            </Field>
            <Button type="submit" variant="primary" pending={create.pending} className="self-end">
              Create token
            </Button>
          </form>
        )}
      </Dialog>
    </>
  );
}
