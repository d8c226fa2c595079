"use client";

import { Rocket } from "lucide-react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { type DraftRecipe, giveAccounts } from "./give-accounts";

interface LiveStepProps {
  workspace: string;
  recipe: DraftRecipe;
}

/** Publishes the recipe; what stands in the way is said, and is mended in the editor. */
export function LiveStep({ workspace, recipe }: LiveStepProps) {
  const publish = useAction(published, {
    toastError: false,
    success: `${recipe.name} is live`,
  });
  return (
    <div className="flex flex-col items-start gap-3">
      <Button variant="primary" pending={publish.pending} onClick={() => publish.run({ workspace, recipe })}>
        <Rocket aria-hidden />
        Set live
      </Button>
      {publish.error ? (
        <Alert tone="danger" title={publish.error.message}>
          <LinkButton size="sm" className="mt-1.5" href={`/w/${workspace}/recipes/${recipe.id}`}>
            Open in the editor
          </LinkButton>
        </Alert>
      ) : null}
    </div>
  );
}

async function published({ workspace, recipe }: LiveStepProps) {
  await giveAccounts(workspace, recipe);
  return trpc.recipe.publish.mutate({ workspace, id: recipe.id, mode: "live" });
}
