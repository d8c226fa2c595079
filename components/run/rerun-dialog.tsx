"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { RerunInput } from "~/server/services/run/rerun/schemas";
import type { RunView } from "~/server/services/run/schemas";
import { type EditedEvent, EventEdit } from "./event-edit";
import { RerunChoices, type Wish } from "./rerun-choices";
import { RerunPreviewView } from "./rerun-preview";
import { usePreview } from "./use-preview";

interface RerunDialogProps {
  run: RunView;
  workspace: string;
  /** Where to begin at first: `failed`, `start`, or a step's path. */
  from: string;
  onClose: () => void;
}

/** Asks how a run is run again, shows what that would do, and does it. */
export function RerunDialog({ run, workspace, from, onClose }: RerunDialogProps) {
  const router = useRouter();
  const [wish, setWish] = useState<Wish>({ from, version: "original" });
  const [edited, setEdited] = useState<EditedEvent | null>(null);
  const [repeat, setRepeat] = useState<string[]>([]);
  const isComplete = edited === null || edited !== "unread";
  const input: RerunInput | null = isComplete
    ? { id: run.id, ...wish, repeat, ...(edited ? { event: edited.event } : {}) }
    : null;
  const { preview, problem, pending } = usePreview(workspace, input);
  const rerun = useAction(trpc.run.rerun.mutate, { success: "It runs again", refresh: false });
  async function start() {
    const made = input && (await rerun.run({ workspace, ...input }));
    if (!made) return;
    onClose();
    router.push(`/w/${workspace}/runs/${made.id}`);
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title="Run again"
      description="What was sent or made already is not done a second time, unless you ask for it below."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            pending={rerun.pending}
            disabled={pending || !preview || !input}
            onClick={start}
          >
            Run again
          </Button>
        </>
      }
    >
      <RerunChoices run={run} wish={wish} onChange={setWish} />
      <EventEdit workspace={workspace} eventId={run.event.id} edited={edited} onEdit={setEdited} />
      <RerunPreviewView
        preview={preview}
        problem={problem}
        pending={pending}
        isCurrent={wish.version === "current"}
        repeat={repeat}
        onRepeat={setRepeat}
      />
    </Dialog>
  );
}
