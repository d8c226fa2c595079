"use client";

import { useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface FailureNoteProps {
  workspace: string;
  failureKey: string;
  note: string | null;
}

/** What the team should know about a cause. */
export function FailureNote({ workspace, failureKey, note }: FailureNoteProps) {
  const [text, setText] = useState(note ?? "");
  const id = useId();
  const save = useAction(trpc.failure.note.mutate, { success: "Note saved" });
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-3">
      <Field id={id} label="Note for the team" className="w-full">
        {(control) => (
          <Textarea
            {...control}
            maxLength={2000}
            value={text}
            placeholder="What you found out, or whom you asked"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button
        size="sm"
        disabled={text === (note ?? "")}
        pending={save.pending}
        onClick={() => save.run({ workspace, key: failureKey, note: text })}
      >
        Save note
      </Button>
    </div>
  );
}
