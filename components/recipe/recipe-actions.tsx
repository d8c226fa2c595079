"use client";

import { Archive, CopyPlus, FileDown, FolderInput } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { download } from "./download";

interface RecipeActionsProps {
  workspace: string;
  id: string;
  name: string;
  /** Folder and tags are changed in a dialog, which outlives the menu. */
  onOrganize: () => void;
  onDone: () => void;
  /** Waits until what was typed is saved, so that a copy or a file has it. */
  saved?: () => Promise<unknown>;
  /** Where to go when the recipe is out of the list. */
  onArchived: () => void;
}

const ITEM = "justify-start";

/** What can be done with a recipe, whatever it does: the lines of a menu. */
export function RecipeActions(props: RecipeActionsProps) {
  const { workspace, id, name, onOrganize, onDone, saved, onArchived } = props;
  const router = useRouter();
  const duplicate = useAction(trpc.recipe.duplicate.mutate, {
    refresh: false,
    success: ({ name: copy }) => `“${copy}” is a draft`,
    onSuccess: (copy) => router.push(`/w/${workspace}/recipes/${copy.id}`),
  });
  const archive = useAction(trpc.recipe.archive.mutate, {
    success: "Recipe archived",
    onSuccess: onArchived,
  });
  const save = useAction(trpc.recipeFile.export.query, {
    refresh: false,
    onSuccess: ({ fileName, text }) => {
      download(fileName, text);
      onDone();
    },
  });
  async function exported(format: "yaml" | "json") {
    await saved?.();
    await save.run({ workspace, id, format });
  }
  async function copied() {
    await saved?.();
    await duplicate.run({ workspace, id });
  }
  return (
    <>
      <Button variant="ghost" className={ITEM} pending={duplicate.pending} onClick={copied}>
        <CopyPlus aria-hidden />
        Duplicate
      </Button>
      <Button variant="ghost" className={ITEM} onClick={onOrganize}>
        <FolderInput aria-hidden />
        Folder and tags
      </Button>
      {(["yaml", "json"] as const).map((format) => (
        <Button
          key={format}
          variant="ghost"
          className={ITEM}
          pending={save.pending}
          onClick={() => exported(format)}
        >
          <FileDown aria-hidden />
          Export {format.toUpperCase()}
        </Button>
      ))}
      <ConfirmButton
        variant="ghost"
        className={ITEM}
        title={`Archive “${name}”?`}
        description="New events no longer start it, and it leaves the list. Its runs stay readable, and you can restore it."
        confirmLabel="Archive"
        onConfirm={() => archive.run({ workspace, id })}
      >
        <Archive aria-hidden />
        Archive
      </ConfirmButton>
    </>
  );
}
