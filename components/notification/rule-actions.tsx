"use client";

import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface RuleActionsProps {
  workspace: string;
  id: string;
  isOn: boolean;
}

/** Send a test, switch a rule off or on, or remove it. */
export function RuleActions({ workspace, id, isOn }: RuleActionsProps) {
  const test = useAction(trpc.notification.test.mutate, { success: ({ detail }) => detail, refresh: false });
  const toggle = useAction(trpc.notification.update.mutate, {
    success: isOn ? "The rule is off" : "The rule is on",
    undo: () => () => trpc.notification.update.mutate({ workspace, id, isOn }),
  });
  const remove = useAction(trpc.notification.delete.mutate, { success: "The rule was removed" });
  return (
    <>
      <Button size="sm" pending={test.pending} onClick={() => test.run({ workspace, id })}>
        Send a test
      </Button>
      <Button size="sm" pending={toggle.pending} onClick={() => toggle.run({ workspace, id, isOn: !isOn })}>
        {isOn ? "Switch off" : "Switch on"}
      </Button>
      <ConfirmButton
        size="sm"
        variant="danger"
        title="Remove this rule?"
        description="Nobody is told by it any more. Its channel stays."
        confirmLabel="Remove rule"
        onConfirm={() => remove.run({ workspace, id })}
      >
        Remove
      </ConfirmButton>
    </>
  );
}
