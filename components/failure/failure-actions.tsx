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
  /** They were resolved, or are being run again. */
  onGone: () => void;
  /** They were snoozed, woken or assigned. */
  onChanged?: () => void;
}

/** Takes causes out of the inbox; also what the key `e` does. */
export function useResolve(workspace: string, onGone: () => void) {
  return useAction(trpc.failure.resolve.mutate, {
    success: ({ count }) => `${runsText(count)} resolved`,
    onSuccess: onGone,
    undo:
      ({ keys, at }) =>
      () =>
        trpc.failure.reopen.mutate({ workspace, keys, at }),
  });
}

/** What can be done about some causes. */
export function FailureActions({ workspace, groups, members, onGone, onChanged }: FailureActionsProps) {
  const resolve = useResolve(workspace, onGone);
  const keys = groups.map(({ key }) => key);
  const asleep = groups.every(({ snoozedUntil }) => snoozedUntil !== null);
  const changed = onChanged ? { onDone: onChanged } : {};
  return (
    <>
      <RetryButton workspace={workspace} groups={groups} onDone={onGone} />
      <Button pending={resolve.pending} onClick={() => resolve.run({ workspace, keys })}>
        {resolve.pending ? null : <Check aria-hidden />}
        Resolve
      </Button>
      <SnoozeMenu workspace={workspace} keys={keys} asleep={asleep} {...changed} />
      <AssignMenu workspace={workspace} keys={keys} members={members} {...changed} />
    </>
  );
}
