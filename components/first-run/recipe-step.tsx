"use client";

import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface RecipeStepProps {
  workspace: string;
  templates: readonly { id: string; name: string; summary: string }[];
}

/** Three recipes to begin with; the rest of the gallery and the prompt box are one click away. */
export function RecipeStep({ workspace, templates }: RecipeStepProps) {
  const create = useAction(trpc.recipe.create.mutate);
  return (
    <>
      <ul className="divide-y rounded-md border">
        {templates.map(({ id, name, summary }, index) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3 sm:px-4">
            <div className="min-w-0 flex-1 basis-56">
              <h3 className="text-sm font-semibold">{name}</h3>
              <p className="text-sm text-muted">{summary}</p>
            </div>
            <Button
              size="sm"
              variant={index === 0 ? "primary" : "secondary"}
              pending={create.pending}
              onClick={() => create.run({ workspace, name, templateId: id })}
            >
              Take this
              <span className="sr-only">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <LinkButton variant="ghost" href={`/w/${workspace}/recipes/new`} className="mt-2 -ml-3">
        All templates, or describe your own
      </LinkButton>
    </>
  );
}
