"use client";

import { useEffect, useState } from "react";
import { toActionError } from "~/components/ui/action-error";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { trpc } from "~/server/api/client";

type Payload = Record<string, unknown>;

/** An event as it is being edited: unread while its text is no JSON object. */
export type EditedEvent = { event: Payload } | "unread";

interface EventEditProps {
  workspace: string;
  eventId: string;
  edited: EditedEvent | null;
  /** Null gives the event back as it was. */
  onEdit: (edited: EditedEvent | null) => void;
}

/** The event's payload as JSON, to be mended before the run is run again. */
export function EventEdit({ workspace, eventId, edited, onEdit }: EventEditProps) {
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const isOpen = edited !== null;
  useEffect(() => {
    if (!isOpen) return setText(undefined);
    trpc.event.get.query({ workspace, id: eventId }).then(
      ({ payload }) => setText(JSON.stringify(payload, null, 2)),
      (error: unknown) => setProblem(toActionError(error).message),
    );
  }, [isOpen, workspace, eventId]);
  if (!isOpen)
    return (
      <Button size="sm" className="self-start" onClick={() => onEdit("unread")}>
        Edit the event first
      </Button>
    );
  const change = (next: string) => {
    setText(next);
    onEdit(readObject(next));
  };
  return (
    <div className="flex flex-col gap-2">
      {problem ? <Alert tone="danger" title={problem} /> : null}
      <Field
        id="edited-event"
        label="Event"
        hint="It is stored as an event of its own; the one that was received stays as it is."
        error={
          text !== undefined && readObject(text) === "unread" ? "This is not a JSON object yet." : undefined
        }
        required
        aside={
          <Button size="sm" variant="ghost" onClick={() => onEdit(null)}>
            Take it as it was
          </Button>
        }
      >
        {(control) => (
          <Textarea
            {...control}
            mono
            value={text ?? "Loading…"}
            readOnly={text === undefined}
            spellCheck={false}
            onChange={(event) => change(event.target.value)}
            className="max-h-72 min-h-40"
          />
        )}
      </Field>
    </div>
  );
}

function readObject(text: string): EditedEvent {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { event: value as Payload }
      : "unread";
  } catch {
    return "unread";
  }
}
