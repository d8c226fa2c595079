"use client";

import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { useEditor } from "./editor-context";
import { problemsOf } from "./problems";

interface Wish {
  mode: "live" | "shadow";
  note?: string;
}

/** Publishes the draft as it is on the screen. `publish` answers whether it is done, or there is something to fix first. */
export function usePublish(recipeId: string, flush: () => Promise<boolean>, onBlocked: () => void) {
  const { workspace, dispatch } = useEditor();
  const action = useAction(publishOrExplain, {
    onSuccess: (outcome) => {
      if ("problems" in outcome) {
        dispatch({ type: "problemsFound", problems: outcome.problems });
        onBlocked();
      } else dispatch({ type: "published", ...outcome });
    },
    success: (outcome) => ("problems" in outcome ? "" : doneText(outcome)),
  });
  return {
    pending: action.pending,
    publish: async (wish: Wish): Promise<"done" | "blocked" | "failed"> => {
      if (!(await flush())) return "failed";
      const outcome = await action.run({ workspace, id: recipeId, ...wish });
      if (!outcome) return "failed";
      return "problems" in outcome ? "blocked" : "done";
    },
  };
}

function doneText({ mode, version }: { mode: Wish["mode"]; version: number }): string {
  return mode === "live" ? `Version ${version} is live` : `Version ${version} runs in shadow`;
}

/** Publishes; a recipe that cannot go live answers with its problems instead of an error. */
async function publishOrExplain(input: { workspace: string; id: string } & Wish) {
  try {
    return { ...(await trpc.recipe.publish.mutate(input)), mode: input.mode };
  } catch (thrown) {
    const problems = problemsOf(thrown);
    if (!problems) throw thrown;
    return { problems };
  }
}
