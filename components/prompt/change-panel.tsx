"use client";

import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { Definition } from "~/server/recipes/definition";
import { Questions } from "./questions";

type Offer = Awaited<ReturnType<typeof trpc.draft.change.mutate>> & { of: Definition };

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
  const [offered, setOffered] = useState<Offer | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const change = useAction(trpc.draft.change.mutate, { refresh: false, toastError: false });

  // An offer for an earlier draft would take back what was edited since.
  const current = offered?.of === definition ? offered : null;

  async function ask(wish: string) {
    setSentence(wish);
    const answer = await change.run({ workspace, definition, sentence: wish });
    if (answer) setOffered({ ...answer, of: definition });
  }

  function accept() {
    if (!current?.definition) return;
    onAccept(current.definition);
    setSentence("");
    done();
  }

  /** The buttons go away with the offer: the keyboard goes on in the field. */
  function done() {
    setOffered(null);
    field.current?.focus();
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
      <Field id="change" label="What shall be different?" required error={change.error?.message}>
        {(control) => (
          <Input
            {...control}
            ref={field}
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
        {offered && !current ? (
          <p className="text-sm text-muted">The recipe was edited since. Show the change again.</p>
        ) : null}
        {current ? (
          <Questions
            questions={current.questions}
            pending={change.pending}
            onAnswer={(_, answer) => void ask(answer)}
          />
        ) : null}
        {current?.definition ? (
          <>
            <ul className="list-disc pl-4 text-sm">
              {current.changes.map(({ path, sentence: said }) => (
                <li key={`${path}${said}`}>{said}</li>
              ))}
            </ul>
            <div className="flex gap-2">
              <Button variant="primary" onClick={accept}>
                Accept
              </Button>
              <Button onClick={done}>Discard</Button>
            </div>
          </>
        ) : null}
      </div>
    </form>
  );
}
