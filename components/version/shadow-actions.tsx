"use client";

import { Pause, Rocket, Square } from "lucide-react";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface ShadowActionsProps {
  workspace: string;
  id: string;
  version: number;
  /** Null when the recipe runs in shadow only. */
  liveVersion: number | null;
  /** How many events came out otherwise. */
  differs: number;
}

/** Set live what was looked at, or end the shadow run. */
export function ShadowActions({ workspace, id, version, liveVersion, differs }: ShadowActionsProps) {
  const promote = useAction(trpc.recipe.promoteShadow.mutate, {
    success: (made) => `Version ${made.version} is live`,
  });
  const stop = useAction(trpc.recipe.stopShadow.mutate, { success: "The version in shadow was stopped" });
  const pause = useAction(trpc.recipe.pause.mutate, { success: "Paused: new events do not start it" });
  const replaces = liveVersion === null ? "" : ` It takes the place of version ${liveVersion}.`;
  const news = differs === 1 ? " 1 event came out differently." : ` ${differs} events came out differently.`;
  return (
    <div className="flex flex-wrap gap-2">
      {liveVersion === null ? (
        <ConfirmButton
          title="Pause this recipe?"
          description="New events no longer start it. Runs under way finish."
          confirmLabel="Pause"
          onConfirm={() => pause.run({ workspace, id })}
        >
          <Pause aria-hidden />
          Pause
        </ConfirmButton>
      ) : (
        <ConfirmButton
          title={`Stop version ${version} in shadow?`}
          description={`Version ${liveVersion} stays live. The draft stays as it is.`}
          confirmLabel="Stop shadow"
          onConfirm={() => stop.run({ workspace, id })}
        >
          <Square aria-hidden />
          Stop shadow
        </ConfirmButton>
      )}
      <ConfirmButton
        variant="primary"
        title={`Set version ${version} live?`}
        description={`It is published as the next version, and new events run it and send.${replaces} Runs under way finish on their own version.${differs > 0 && liveVersion !== null ? news : ""}`}
        confirmLabel="Set live"
        onConfirm={() => promote.run({ workspace, id, version })}
      >
        <Rocket aria-hidden />
        Set live
      </ConfirmButton>
    </div>
  );
}
