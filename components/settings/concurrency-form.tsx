"use client";

import type { FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface ConcurrencyFormProps {
  workspace: string;
  concurrency: number | null;
  mostAtOnce: number;
}

/** How many runs may be under way at once; empty is as many as is usual. */
export function ConcurrencyForm({ workspace, concurrency, mostAtOnce }: ConcurrencyFormProps) {
  const save = useAction(trpc.workspace.update.mutate, { toastError: false, success: "Saved" });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get("concurrency")?.toString() ?? "";
    void save.run({ workspace, settings: { concurrency: given === "" ? null : Number(given) } });
  }
  return (
    <form method="post" onSubmit={submit} className="flex flex-wrap items-start gap-3">
      <Field
        id="concurrency"
        label="Runs at once"
        hint={`1 to ${mostAtOnce}. Empty: ${mostAtOnce}. All others wait in line; fewer spare the accounts that the recipes call.`}
        error={save.error?.message}
        className="flex-1 basis-64"
      >
        {(control) => (
          <Input
            {...control}
            name="concurrency"
            type="number"
            inputMode="numeric"
            min={1}
            max={mostAtOnce}
            defaultValue={concurrency ?? ""}
            placeholder={String(mostAtOnce)}
            className="max-w-32"
          />
        )}
      </Field>
      <Button type="submit" pending={save.pending} className="sm:mt-6">
        Save
      </Button>
    </form>
  );
}
