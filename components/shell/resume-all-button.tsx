"use client";

import { Play } from "lucide-react";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** Ends the pause of a workspace. */
export function ResumeAllButton({ workspace }: { workspace: string }) {
  const resume = useAction(trpc.workspace.resume.mutate, {
    success: "Resumed. What was held goes on now.",
  });
  return (
    <Button size="sm" pending={resume.pending} onClick={() => void resume.run({ workspace })}>
      <Play aria-hidden />
      Resume
    </Button>
  );
}
