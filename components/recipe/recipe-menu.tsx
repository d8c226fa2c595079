"use client";

import { Activity, Ellipsis, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { LinkButton } from "~/components/ui/link-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { useEditor } from "./editor-context";
import { OrganizeDialog } from "./organize-dialog";
import { Popover } from "./popover";
import { RecipeActions } from "./recipe-actions";

interface RecipeMenuProps {
  recipeId: string;
  /** Saves what was typed last. */
  flush: () => Promise<unknown>;
}

/** What is needed rarely: its runs, copies, files, order, and taking it away. */
export function RecipeMenu({ recipeId, flush }: RecipeMenuProps) {
  const { workspace, state } = useEditor();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [organizing, setOrganizing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const remove = useAction(trpc.recipe.delete.mutate, {
    success: "Recipe deleted",
    refresh: false,
    onSuccess: () => router.push(`/w/${workspace}/recipes`),
  });
  return (
    <div className="relative">
      <Button
        ref={opener}
        aria-label="More"
        aria-haspopup="dialog"
        aria-expanded={open}
        className="px-2"
        onClick={() => setOpen(!open)}
      >
        <Ellipsis aria-hidden />
      </Button>
      {open ? (
        <Popover
          label="More"
          opener={opener}
          onClose={() => setOpen(false)}
          className="top-full right-0 mt-1 flex w-48 flex-col items-stretch gap-1 p-1"
        >
          <LinkButton
            variant="ghost"
            href={`/w/${workspace}/runs?recipe=${recipeId}`}
            className="justify-start"
          >
            <Activity aria-hidden />
            Its runs
          </LinkButton>
          <RecipeActions
            workspace={workspace}
            id={recipeId}
            name={state.name}
            saved={flush}
            onDone={() => setOpen(false)}
            onArchived={() => router.push(`/w/${workspace}/recipes`)}
            onOrganize={() => {
              setOpen(false);
              setOrganizing(true);
            }}
          />
          <ConfirmButton
            variant="danger"
            title={`Delete “${state.name}”?`}
            description="New events no longer start it. Its past runs stay readable in the list of runs."
            confirmLabel="Delete"
            className="justify-start border-transparent shadow-none"
            onConfirm={() => remove.run({ workspace, id: recipeId })}
          >
            <Trash2 aria-hidden />
            Delete recipe
          </ConfirmButton>
        </Popover>
      ) : null}
      <OrganizeDialog
        workspace={workspace}
        id={recipeId}
        open={organizing}
        onClose={() => {
          setOrganizing(false);
          opener.current?.focus();
        }}
      />
    </div>
  );
}
