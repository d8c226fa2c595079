"use client";

import { useEffect, useId, useState } from "react";
import { toActionError } from "~/components/ui/action-error";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Skeleton } from "~/components/ui/skeleton";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { RecipeFacets } from "~/server/services/recipe/schemas";

interface OrganizeDialogProps {
  workspace: string;
  id: string;
  open: boolean;
  onClose: () => void;
}

/** Puts a recipe into a folder and gives it tags. */
export function OrganizeDialog({ workspace, id, open, onClose }: OrganizeDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Folder and tags"
      description="They keep a long list in order. Both can be searched and filtered."
    >
      <Form workspace={workspace} id={id} onClose={onClose} />
    </Dialog>
  );
}

interface Known {
  folder: string;
  tags: string;
  facets: RecipeFacets;
}

function Form({ workspace, id, onClose }: Omit<OrganizeDialogProps, "open">) {
  const [known, setKnown] = useState<Known | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    Promise.all([trpc.recipe.get.query({ workspace, id }), trpc.recipe.facets.query({ workspace })]).then(
      ([{ folder, tags }, facets]) => setKnown({ folder: folder ?? "", tags: tags.join(", "), facets }),
      (error: unknown) => setProblem(toActionError(error).message),
    );
  }, [workspace, id]);
  if (problem) return <Alert tone="danger" title={problem} />;
  if (!known) return <Skeleton className="h-36" />;
  return <Fields workspace={workspace} id={id} onClose={onClose} known={known} />;
}

function Fields({ workspace, id, onClose, known }: Omit<OrganizeDialogProps, "open"> & { known: Known }) {
  const field = useId();
  const [folder, setFolder] = useState(known.folder);
  const [tags, setTags] = useState(known.tags);
  const save = useAction(trpc.recipe.update.mutate, {
    success: "Saved",
    toastError: false,
    onSuccess: onClose,
    undo: () => () =>
      trpc.recipe.update.mutate({
        workspace,
        id,
        folder: known.folder || null,
        tags: wordsOf(known.tags),
      }),
  });
  const input = { workspace, id, folder: folder.trim() || null, tags: wordsOf(tags) };
  const { folders, tags: used } = known.facets;
  const more = used.filter((tag) => !input.tags.includes(tag)).slice(0, 12);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.run(input);
      }}
    >
      <Field id={`${field}-folder`} label="Folder">
        {(control) => (
          <Input
            {...control}
            list={`${field}-folders`}
            value={folder}
            maxLength={80}
            placeholder="No folder"
            onChange={(event) => setFolder(event.target.value)}
          />
        )}
      </Field>
      <datalist id={`${field}-folders`}>
        {folders.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field id={`${field}-tags`} label="Tags" hint="With commas between them.">
        {(control) => (
          <Input
            {...control}
            value={tags}
            placeholder="vip, onboarding"
            onChange={(event) => setTags(event.target.value)}
          />
        )}
      </Field>
      {more.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-xs text-faint">In use:</span>
          {more.map((tag) => (
            <Button key={tag} size="sm" onClick={() => setTags([...input.tags, tag].join(", "))}>
              {tag}
              <span className="sr-only"> (add this tag)</span>
            </Button>
          ))}
        </div>
      ) : null}
      {save.error ? <Alert tone="danger" title={save.error.message} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={save.pending}>
          Save
        </Button>
      </div>
    </form>
  );
}

function wordsOf(text: string): string[] {
  return [...new Set(text.split(",").map((word) => word.trim()))].filter(Boolean);
}
