"use client";

import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface EventTestProps {
  workspace: string;
  eventId: string;
  /** Those that listen to its type come first. */
  recipes: { id: string; name: string; listens: boolean }[];
}

/** Runs a recipe's draft with this event, without sending anything, and opens that run. */
export function EventTest({ workspace, eventId, recipes }: EventTestProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [recipeId, setRecipeId] = useState(recipes[0]?.id ?? "");
  const test = useAction(trpc.recipe.test.mutate, { toastError: false, refresh: false });
  async function run() {
    const made = await test.run({ workspace, id: recipeId, eventId, dryRun: true });
    if (made) router.push(`/w/${workspace}/runs/${made.id}`);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <FlaskConical aria-hidden />
        Test with this event
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Test with this event"
        description="The recipe's draft runs with it. Every request is built and shown, and none is sent."
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant="primary" pending={test.pending} disabled={!recipeId} onClick={() => void run()}>
              Run the test
            </Button>
          </>
        }
      >
        {test.error ? <Alert tone="danger" title={test.error.message} /> : null}
        <Field id="test-recipe" label="Recipe" required>
          {(control) => (
            <Select {...control} value={recipeId} onChange={(event) => setRecipeId(event.target.value)}>
              {recipes.map(({ id, name, listens }) => (
                <option key={id} value={id}>
                  {listens ? name : `${name} (listens to other events)`}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </Dialog>
    </>
  );
}
