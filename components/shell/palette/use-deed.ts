"use client";

import { useRouter } from "next/navigation";
import { toActionError } from "~/components/ui/action-error";
import { writeTheme } from "~/components/ui/theme";
import { showToast } from "~/components/ui/toast-store";
import { showUndo } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { Deed } from "./commands";
import { showOverlay } from "./palette-store";

/** Does what a command stands for. The palette is gone by then, so the outcome is told in a toast. */
export function useDeed(workspace: string): (deed: Deed) => void {
  const router = useRouter();
  const refresh = () => router.refresh();
  const { pause, resume } = trpc.workspace;
  const change = (act: Promise<unknown>, title: string, back: () => Promise<unknown>) =>
    act.then(
      () => {
        showUndo(title, back, refresh);
        refresh();
      },
      (thrown: unknown) => showToast({ tone: "danger", title: toActionError(thrown).message }),
    );
  return (deed) => {
    if (deed === "pause")
      void change(pause.mutate({ workspace }), "Paused. Nothing runs any more.", () =>
        resume.mutate({ workspace }),
      );
    else if (deed === "resume")
      void change(resume.mutate({ workspace }), "Resumed. What was held goes on now.", () =>
        pause.mutate({ workspace }),
      );
    else if (deed === "shortcuts") showOverlay("shortcuts");
    else writeTheme(deed);
  };
}
