"use client";

import { Activity, Archive, CopyPlus, Ellipsis, FileDown, FolderInput, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/confirm-dialog";
import { Menu } from "~/components/ui/menu";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { download } from "./download";
import { OrganizeDialog } from "./organize-dialog";

interface RecipeActionsProps {
  workspace: string;
  id: string;
  name: string;
  /** The button's and the menu's name. */
  label: string;
  className?: string;
  /** Inside a row, where a plain button would be too loud. */
  quiet?: boolean;
  /** Waits until what was typed is saved, so that a copy or a file has it. */
  saved?: () => Promise<unknown>;
  /** Where to go when the recipe is out of the list. */
  onArchived?: () => void;
  /** Offered where given: takes the recipe away for good. */
  onDelete?: () => Promise<unknown>;
}

/** What can be done with a recipe, whatever it does: a menu, and the dialogs that outlive it. */
export function RecipeActions(props: RecipeActionsProps) {
  const { workspace, id, name, label, className, quiet = false, saved, onArchived, onDelete } = props;
  const router = useRouter();
  const [asked, setAsked] = useState<"organize" | "archive" | "delete" | null>(null);
  const close = () => setAsked(null);
  const duplicate = useAction(trpc.recipe.duplicate.mutate, {
    refresh: false,
    success: ({ name: copy }) => `“${copy}” is a draft`,
    onSuccess: (copy) => router.push(`/w/${workspace}/recipes/${copy.id}`),
  });
  const archive = useAction(trpc.recipe.archive.mutate, {
    success: `“${name}” is archived`,
    onSuccess: () => onArchived?.(),
    undo: () => async () => {
      const { status } = await trpc.recipe.restore.mutate({ workspace, id });
      return status === "paused" ? "Restored. It is paused: resume it when it should run." : "Restored";
    },
  });
  const save = useAction(trpc.recipeFile.export.query, {
    refresh: false,
    onSuccess: ({ fileName, text }) => download(fileName, text),
  });
  async function exported(format: "yaml" | "json") {
    await saved?.();
    await save.run({ workspace, id, format });
  }
  async function copied() {
    await saved?.();
    await duplicate.run({ workspace, id });
  }
  const items = [
    {
      key: "runs",
      label: "Its runs",
      icon: <Activity aria-hidden />,
      href: `/w/${workspace}/runs?recipe=${id}`,
    },
    { key: "copy", label: "Duplicate", icon: <CopyPlus aria-hidden />, onSelect: copied },
    {
      key: "organize",
      label: "Folder and tags",
      icon: <FolderInput aria-hidden />,
      onSelect: () => setAsked("organize"),
    },
    ...(["yaml", "json"] as const).map((format) => ({
      key: format,
      label: `Export ${format.toUpperCase()}`,
      icon: <FileDown aria-hidden />,
      onSelect: () => exported(format),
    })),
    { key: "archive", label: "Archive", icon: <Archive aria-hidden />, onSelect: () => setAsked("archive") },
    ...(onDelete
      ? [
          {
            key: "delete",
            label: "Delete recipe",
            icon: <Trash2 aria-hidden />,
            danger: true,
            onSelect: () => setAsked("delete"),
          },
        ]
      : []),
  ];
  return (
    <>
      <Menu
        label={label}
        aria-label={label}
        align="end"
        items={items}
        pending={duplicate.pending || save.pending}
        {...(quiet && { variant: "ghost", size: "sm" })}
        {...(className && { className })}
      >
        {duplicate.pending || save.pending ? null : <Ellipsis aria-hidden />}
      </Menu>
      <OrganizeDialog workspace={workspace} id={id} open={asked === "organize"} onClose={close} />
      <ConfirmDialog
        open={asked === "archive"}
        onClose={close}
        title={`Archive “${name}”?`}
        description="New events no longer start it, and it leaves the list. Its runs stay readable, and you can restore it."
        confirmLabel="Archive"
        onConfirm={() => archive.run({ workspace, id })}
      />
      {onDelete ? (
        <ConfirmDialog
          open={asked === "delete"}
          onClose={close}
          danger
          title={`Delete “${name}”?`}
          description="New events no longer start it. Its past runs stay readable in the list of runs."
          confirmLabel="Delete"
          onConfirm={onDelete}
        />
      ) : null}
    </>
  );
}
