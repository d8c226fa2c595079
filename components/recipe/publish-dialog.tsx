"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { useEditor } from "./editor-context";
import { PublishChanges } from "./publish-changes";
import { PublishModes } from "./publish-modes";
import { usePublish } from "./use-publish";

interface PublishDialogProps {
  open: boolean;
  recipeId: string;
  flush: () => Promise<boolean>;
  /** There is something to fix first. */
  onBlocked: () => void;
  onClose: () => void;
}

/** Publishing with a look at what changes, a note, and the choice to run in shadow first. */
export function PublishDialog({ open, recipeId, flush, onBlocked, onClose }: PublishDialogProps) {
  const { state } = useEditor();
  const [mode, setMode] = useState<"live" | "shadow">("live");
  const [note, setNote] = useState("");
  const { publish, pending } = usePublish(recipeId, flush, onBlocked);
  const confirm = async () => {
    const said = note.trim();
    const end = await publish({ mode, ...(said ? { note: said } : {}) });
    if (end === "failed") return;
    if (end === "done") setNote("");
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="lg"
      title={state.version === null ? "Publish this recipe" : "Publish changes"}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" pending={pending} onClick={confirm}>
            {mode === "live" ? "Publish and set live" : "Publish in shadow"}
          </Button>
        </>
      }
    >
      <PublishModes mode={mode} isLive={state.status === "live"} onChoose={setMode} />
      <Field id="publish-note" label="Note" hint="What changed and why. The list of versions shows it.">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <PublishChanges recipeId={recipeId} flush={flush} />
    </Dialog>
  );
}
