"use client";

import { Pause, Play, Rocket } from "lucide-react";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { useEditor } from "./editor-context";
import { isUnsaved } from "./editor-state";
import { problemsOf } from "./problems";

interface PublishButtonsProps {
  recipeId: string;
  flush: () => Promise<boolean>;
  onBlocked: () => void;
}

/** Set live, publish changes, pause, resume: whichever the recipe's state allows. */
export function PublishButtons({ recipeId, flush, onBlocked }: PublishButtonsProps) {
  const { workspace, state, dispatch } = useEditor();
  const input = { workspace, id: recipeId };
  const publish = useAction(publishOrExplain, {
    onSuccess: (outcome) => {
      if ("problems" in outcome) {
        dispatch({ type: "problemsFound", problems: outcome.problems });
        onBlocked();
      } else dispatch({ type: "published", ...outcome });
    },
    success: (outcome) => ("problems" in outcome ? "" : `Version ${outcome.version} is live`),
  });
  const pause = useAction(trpc.recipe.pause.mutate, {
    success: "Paused: new events do not start it",
    onSuccess: (recipe) => dispatch({ type: "statusChanged", recipe }),
  });
  const resume = useAction(trpc.recipe.resume.mutate, {
    success: "Resumed: new events start it again",
    onSuccess: (recipe) => dispatch({ type: "statusChanged", recipe }),
  });
  const hasNews = state.changed || isUnsaved(state);
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
      {state.version === null || hasNews ? (
        <Button
          variant="primary"
          pending={publish.pending}
          onClick={async () => (await flush()) && publish.run(input)}
        >
          <Rocket aria-hidden />
          {state.version === null ? "Set live" : "Publish changes"}
        </Button>
      ) : null}
    </>
  );
}

/** Publishes; a recipe that cannot go live answers with its problems instead of an error. */
async function publishOrExplain(input: { workspace: string; id: string }) {
  try {
    return await trpc.recipe.publish.mutate(input);
  } catch (thrown) {
    const problems = problemsOf(thrown);
    if (!problems) throw thrown;
    return { problems };
  }
}
