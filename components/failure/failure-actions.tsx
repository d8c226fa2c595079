"use client";

import { Check } from "lucide-react";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { FailureGroup } from "~/server/services/failure/schemas";
import { AssignMenu, type Member } from "./assign-menu";
import { runsText } from "./failure-words";
import { RetryButton } from "./retry-button";
import { SnoozeMenu } from "./snooze-menu";

interface FailureActionsProps {
  workspace: string;
  groups: readonly FailureGroup[];
  members: readonly Member[];
  retryLabel?: string;
  onDone?: () => void;
}

/** Takes causes out of the inbox; also what the key `e` does. */
export function useResolve(onDone?: () => void) {
  return useAction(trpc.failure.resolve.mutate, {
    success: ({ count }) => `${runsText(count)} resolved`,
    onSuccess: () => onDone?.(),
  });
}

/** What can be done about some causes. */
export function FailureActions({ workspace, groups, members, retryLabel, onDone }: FailureActionsProps) {
  const resolve = useResolve(onDone);
  const keys = groups.map(({ key }) => key);
  const asleep = groups.every(({ snoozedUntil }) => snoozedUntil !== null);
  const done = onDone ? { onDone } : {};
  return (
    <>
      <RetryButton
        workspace={workspace}
        groups={groups}
        {...(retryLabel && { label: retryLabel })}
        {...done}
      />
      <Button pending={resolve.pending} onClick={() => resolve.run({ workspace, keys })}>
        {resolve.pending ? null : <Check aria-hidden />}
        Resolve
      </Button>
      <SnoozeMenu workspace={workspace} keys={keys} asleep={asleep} {...done} />
      <AssignMenu workspace={workspace} keys={keys} members={members} {...done} />
    </>
  );
}
