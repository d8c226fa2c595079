"use client";

import { type FormEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** For how many days events and runs are kept. Fewer than now asks first: what is forgotten is gone. */
export function RetentionForm({ workspace, days }: { workspace: string; days: number }) {
  const [asked, setAsked] = useState<number | null>(null);
  const save = useAction(trpc.workspace.update.mutate, { toastError: false, success: "Saved" });
  async function store(retentionDays: number) {
    await save.run({ workspace, settings: { retentionDays } });
    setAsked(null);
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = Number(new FormData(event.currentTarget).get("days"));
    if (given < days) setAsked(given);
    else void store(given);
  }
  return (
    <form method="post" onSubmit={submit} className="flex flex-wrap items-start gap-3 px-4 py-3">
      <Field
        id="retention-days"
        label="Days"
        required
        hint="7 to 365. Then payloads, runs and mails are forgotten; how many there were is kept."
        error={save.error?.message}
        className="flex-1 basis-64"
      >
        {(control) => (
          <Input
            {...control}
            name="days"
            type="number"
            inputMode="numeric"
            min={7}
            max={365}
            defaultValue={days}
            className="max-w-32"
          />
        )}
      </Field>
      <Button type="submit" pending={save.pending} className="sm:mt-6">
        Save
      </Button>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={`Keep only ${asked} days?`}
        description={`Events and runs older than ${asked} days are forgotten within minutes, and nobody can bring them back. How many there were is kept.`}
        footer={
          <>
            <Button onClick={() => setAsked(null)}>Cancel</Button>
            <Button
              variant="danger"
              pending={save.pending}
              onClick={() => asked !== null && void store(asked)}
            >
              Forget what is older
            </Button>
          </>
        }
      />
    </form>
  );
}
