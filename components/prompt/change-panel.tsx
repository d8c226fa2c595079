"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { Definition } from "~/server/recipes/definition";
import { Questions } from "./questions";

interface ChangePanelProps {
  workspace: string;
  /** The open draft. */
  definition: Definition;
  /** Takes the changed draft. */
  onAccept(definition: Definition): void;
}

/** Changes the open draft in words; what would change is shown first. */
export function ChangePanel({ workspace, definition, onAccept }: ChangePanelProps) {
  const [sentence, setSentence] = useState("");
  const [offered, setOffered] = useState<Awaited<ReturnType<typeof trpc.draft.change.mutate>> | null>(null);
  const change = useAction(trpc.draft.change.mutate, { refresh: false, toastError: false });

  async function ask(wish: string) {
    setSentence(wish);
    const answer = await change.run({ workspace, definition, sentence: wish });
    if (answer) setOffered(answer);
  }

  function accept() {
    if (!offered?.definition) return;
    onAccept(offered.definition);
    setOffered(null);
    setSentence("");
  }

  return (
    <form
      method="post"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void ask(sentence);
      }}
    >
      <Field id="change" label="Change it in words" required error={change.error?.message}>
        {(control) => (
          <Input
            {...control}
            value={sentence}
            maxLength={1000}
            placeholder="Wait two days before the e-mail"
            onChange={(event) => setSentence(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" pending={change.pending} className="self-start">
        Show the change
      </Button>
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {offered ? (
          <Questions
            questions={offered.questions}
            pending={change.pending}
            onAnswer={(_, answer) => void ask(answer)}
          />
        ) : null}
        {offered?.definition ? (
          <>
            <ul className="list-disc pl-4 text-sm">
              {offered.changes.map(({ path, sentence: said }) => (
                <li key={`${path}${said}`}>{said}</li>
              ))}
            </ul>
            <div className="flex gap-2">
              <Button variant="primary" onClick={accept}>
                Accept
              </Button>
              <Button onClick={() => setOffered(null)}>Discard</Button>
            </div>
          </>
        ) : null}
      </div>
    </form>
  );
}
