"use client";

import { type FormEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { limitTitle } from "./limit-words";

interface LimitFormProps {
  workspace: string;
  id: string;
  name: string;
  perSecond: number | null;
  isOwn: boolean;
  /** What the vendor says of it. */
  published: string;
  onDone(): void;
}

/** Sets a limit of the connection's own, or takes the published one again. */
export function LimitForm({ workspace, id, name, perSecond, isOwn, published, onDone }: LimitFormProps) {
  const [text, setText] = useState(perSecond === null ? "" : String(perSecond));
  const update = useAction(trpc.connection.update.mutate, {
    success: "The new limit holds from now on",
    toastError: false,
    refresh: false,
    onSuccess: onDone,
  });
  const number = Number(text);
  const isGood = text.trim() !== "" && Number.isFinite(number) && number > 0;
  const save = (limit: number | null) => void update.run({ workspace, id, limits: { [name]: limit } });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isGood) save(number);
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="mt-2 flex flex-col gap-2">
      <Field
        id={`limit-${name}`}
        label={`${limitTitle(name)}: calls a second`}
        hint={`The vendor says: ${published} Unless you set a number, Billhook takes 80 % of it, because other programs use the account too.`}
        error={update.error?.message}
        required
      >
        {(control) => (
          <Input
            {...control}
            type="number"
            inputMode="decimal"
            min={0.01}
            max={10_000}
            step="any"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="max-w-36"
            autoFocus
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={update.pending} disabled={!isGood}>
          Use this limit
        </Button>
        {isOwn ? (
          <Button disabled={update.pending} onClick={() => save(null)}>
            Use the published one
          </Button>
        ) : null}
        <Button disabled={update.pending} onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
