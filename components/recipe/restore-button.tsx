"use client";

import { ArchiveRestore } from "lucide-react";
import { Button, type ButtonProps } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface RestoreButtonProps extends Pick<ButtonProps, "size" | "variant"> {
  workspace: string;
  id: string;
  name: string;
}

/** Takes an archived recipe back into the list. */
export function RestoreButton({ workspace, id, name, ...look }: RestoreButtonProps) {
  const restore = useAction(trpc.recipe.restore.mutate, {
    success: ({ status }) => (status === "paused" ? "Restored. It is paused." : "Restored"),
  });
  return (
    <Button
      {...look}
      pending={restore.pending}
      onClick={() => restore.run({ workspace, id })}
      className="relative z-10"
    >
      <ArchiveRestore aria-hidden />
      Restore
      <span className="sr-only"> {name}</span>
    </Button>
  );
}
