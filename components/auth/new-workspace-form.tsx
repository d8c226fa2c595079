"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

export function NewWorkspaceForm() {
  const router = useRouter();
  const create = useAction(trpc.workspace.create.mutate, {
    toastError: false,
    refresh: false,
    onSuccess: ({ slug }) => router.push(`/w/${slug}`),
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void create.run({ name: String(new FormData(event.currentTarget).get("name") ?? "") });
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field
        id="workspace-name"
        label="Name"
        required
        hint="Usually your company's name."
        error={create.error?.fields.name ?? create.error?.message}
      >
        {(control) => <Input {...control} name="name" maxLength={60} autoComplete="organization" autoFocus />}
      </Field>
      <Button type="submit" variant="primary" pending={create.pending}>
        Create workspace
      </Button>
    </form>
  );
}
