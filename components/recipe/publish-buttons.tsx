"use client";

import { ChevronDown, Pause, Play, Rocket } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { useEditor } from "./editor-context";
import { isUnsaved } from "./editor-state";
import { PublishDialog } from "./publish-dialog";
import { usePublish } from "./use-publish";

interface PublishButtonsProps {
  recipeId: string;
  flush: () => Promise<boolean>;
  onBlocked: () => void;
}

/** Set live, publish changes, pause, resume: whichever the recipe's state allows. */
export function PublishButtons({ recipeId, flush, onBlocked }: PublishButtonsProps) {
  const { workspace, state, dispatch } = useEditor();
  const input = { workspace, id: recipeId };
  const [open, setOpen] = useState(false);
  const { publish, pending } = usePublish(recipeId, flush, onBlocked);
  const pause = useAction(trpc.recipe.pause.mutate, {
    success: "Paused: new events do not start it",
    undo: () => async () =>
      dispatch({ type: "statusChanged", recipe: await trpc.recipe.resume.mutate(input) }),
    onSuccess: (recipe) => dispatch({ type: "statusChanged", recipe }),
  });
  const resume = useAction(trpc.recipe.resume.mutate, {
    success: "Resumed: new events start it again",
    onSuccess: (recipe) => dispatch({ type: "statusChanged", recipe }),
  });
  const isNew = state.version === null || state.status === "shadow";
  const hasNews = isNew || state.changed || isUnsaved(state);
  const label = isNew ? "Set live" : "Publish changes";
  return (
    <>
      {state.status === "live" || state.status === "shadow" ? (
        <Button pending={pause.pending} onClick={() => pause.run(input)}>
          <Pause aria-hidden />
          Pause
        </Button>
      ) : null}
      {state.status === "paused" ? (
        <Button pending={resume.pending} onClick={() => resume.run(input)}>
          <Play aria-hidden />
          Resume
        </Button>
      ) : null}
      {hasNews ? (
        <span className="flex">
          <Button
            variant="primary"
            pending={pending}
            className="rounded-r-none"
            onClick={() => publish({ mode: "live" })}
          >
            <Rocket aria-hidden />
            {label}
          </Button>
          <Button
            variant="primary"
            aria-label="See the changes, add a note or run in shadow"
            title="See the changes, add a note or run in shadow"
            aria-haspopup="dialog"
            className="rounded-l-none border-l-on-accent/30 px-1.5"
            onClick={() => setOpen(true)}
          >
            <ChevronDown aria-hidden />
          </Button>
        </span>
      ) : null}
      <PublishDialog
        open={open}
        recipeId={recipeId}
        flush={flush}
        onBlocked={onBlocked}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
