"use client";

import { Bell, BellOff, Ellipsis, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/confirm-dialog";
import { Menu } from "~/components/ui/menu";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface RuleActionsProps {
  workspace: string;
  id: string;
  isOn: boolean;
  /** What the rule says, so that its menu has a name of its own. */
  name: string;
}

/** Send a test, switch a rule off or on, or remove it. */
export function RuleActions({ workspace, id, isOn, name }: RuleActionsProps) {
  const [asking, setAsking] = useState(false);
  const test = useAction(trpc.notification.test.mutate, { success: ({ detail }) => detail, refresh: false });
  const toggle = useAction(trpc.notification.update.mutate, {
    success: isOn ? "The rule is off" : "The rule is on",
    undo: () => () => trpc.notification.update.mutate({ workspace, id, isOn }),
  });
  const remove = useAction(trpc.notification.delete.mutate, { success: "The rule was removed" });
  const pending = test.pending || toggle.pending;
  return (
    <>
      <Menu
        variant="ghost"
        size="sm"
        label={`Actions for the rule “${name}”`}
        aria-label={`Actions for the rule “${name}”`}
        align="end"
        pending={pending}
        className="px-1.5"
        items={[
          {
            key: "test",
            label: "Send a test",
            icon: <Send aria-hidden />,
            onSelect: () => void test.run({ workspace, id }),
          },
          {
            key: "toggle",
            label: isOn ? "Switch off" : "Switch on",
            icon: isOn ? <BellOff aria-hidden /> : <Bell aria-hidden />,
            onSelect: () => void toggle.run({ workspace, id, isOn: !isOn }),
          },
          {
            key: "remove",
            label: "Remove",
            icon: <Trash2 aria-hidden />,
            danger: true,
            onSelect: () => setAsking(true),
          },
        ]}
      >
        {pending ? null : <Ellipsis aria-hidden />}
      </Menu>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        danger
        title="Remove this rule?"
        description="Nobody is told by it any more. Its channel stays."
        confirmLabel="Remove rule"
        onConfirm={() => remove.run({ workspace, id })}
      />
    </>
  );
}
