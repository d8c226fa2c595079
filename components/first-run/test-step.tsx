"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { StatusBadge } from "~/components/ui/status-badge";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { RunView } from "~/server/services/run/schemas";
import { type DraftRecipe, giveAccounts } from "./give-accounts";

interface TestStepProps {
  workspace: string;
  recipe: DraftRecipe;
  /** Whether it was tested before: then it is the next step's turn. */
  isTested: boolean;
}

/** Runs the recipe with its sample event and shows what it would send. */
export function TestStep({ workspace, recipe, isTested }: TestStepProps) {
  const [run, setRun] = useState<RunView>();
  const test = useAction(tested, { toastError: false, onSuccess: setRun });
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="flex flex-wrap gap-2">
        <Button
          variant={isTested ? "secondary" : "primary"}
          pending={test.pending}
          onClick={() => test.run({ workspace, recipe })}
        >
          <Play aria-hidden />
          {isTested ? "Test again" : "Test with a sample event"}
        </Button>
        <LinkButton href={`/w/${workspace}/recipes/${recipe.id}`}>Open in the editor</LinkButton>
      </div>
      {test.error ? <Alert tone="danger" title={test.error.message} /> : null}
      <div aria-live="polite" className="w-full">
        {run ? <Requests run={run} workspace={workspace} /> : null}
      </div>
    </div>
  );
}

async function tested({ workspace, recipe }: Pick<TestStepProps, "workspace" | "recipe">) {
  await giveAccounts(workspace, recipe);
  return trpc.recipe.test.mutate({ workspace, id: recipe.id, dryRun: true });
}

function Requests({ run, workspace }: { run: RunView; workspace: string }) {
  const requests = run.steps.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.requests));
  return (
    <div className="rounded-md border bg-canvas">
      <p className="flex flex-wrap items-center gap-2 border-b px-3 py-2 text-sm">
        <StatusBadge status={run.status} />
        {run.status === "succeeded" ? "Nothing was sent. This is what it would send:" : run.error?.message}
        <a className="ml-auto text-accent-ink underline" href={`/w/${workspace}/runs/${run.id}`}>
          The whole run
        </a>
      </p>
      <ul className="divide-y">
        {requests.map(({ method, url }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may go to one address, and none moves.
          <li key={index} className="px-3 py-2 font-mono text-xs break-all">
            <b className="font-semibold text-accent-ink">{method}</b> {url}
          </li>
        ))}
      </ul>
    </div>
  );
}
