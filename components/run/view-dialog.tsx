"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { SavedViewSummary } from "~/server/services/saved-view/schemas";

interface ViewDialogProps {
  workspace: string;
  path: string;
  query: string;
  /** Undefined for a new one. */
  view: SavedViewSummary | undefined;
  onClose: () => void;
}

/** Names a view, makes it the one the list opens with, or deletes it. */
export function ViewDialog({ workspace, path, query, view, onClose }: ViewDialogProps) {
  const router = useRouter();
  const [name, setName] = useState(view?.name ?? "");
  const [isDefault, setDefault] = useState(view?.isDefault ?? false);
  const create = useAction(trpc.savedView.create.mutate, { toastError: false, refresh: false });
  const update = useAction(trpc.savedView.update.mutate, { toastError: false });
  const remove = useAction(trpc.savedView.delete.mutate, { success: "The view is deleted" });
  async function submit(event: FormEvent) {
    event.preventDefault();
    const saved = view
      ? await update.run({ workspace, id: view.id, name, isDefault })
      : await create.run({ workspace, name, query, isDefault });
    if (!saved) return;
    onClose();
    if (!view) router.push(`${path}?${saved.query}${saved.query ? "&" : ""}view=${saved.id}`);
  }
  async function forget(id: string) {
    await remove.run({ workspace, id });
    onClose();
    router.push(`${path}?view=all`);
  }
  const pending = create.pending || update.pending;
  return (
    <Dialog
      open
      onClose={onClose}
      title={view ? "Edit view" : "Save as view"}
      description="A view is yours: others in the workspace do not see it."
      footer={
        <>
          {view ? (
            <Button
              variant="danger"
              className="mr-auto"
              pending={remove.pending}
              onClick={() => void forget(view.id)}
            >
              Delete view
            </Button>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="view-form" pending={pending} disabled={!name.trim()}>
            Save view
          </Button>
        </>
      }
    >
      <form id="view-form" method="post" onSubmit={submit} className="flex flex-col gap-3">
        <Field id="view-name" label="Name" error={(create.error ?? update.error)?.message} required>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={60}
              autoFocus
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={isDefault}
            onChange={(event) => setDefault(event.target.checked)}
            className="size-4 accent-accent"
          />
          Open the list with this view
        </label>
      </form>
    </Dialog>
  );
}
