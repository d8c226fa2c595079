"use client";

import { UserRound } from "lucide-react";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { personText } from "./failure-words";
import { MenuButton } from "./menu-button";

export interface Member {
  id: string;
  email: string;
  name: string | null;
}

interface AssignMenuProps {
  workspace: string;
  keys: string[];
  members: readonly Member[];
  onDone?: () => void;
}

const NOBODY = "nobody";

/** Gives causes to somebody of the team. */
export function AssignMenu({ workspace, keys, members, onDone }: AssignMenuProps) {
  const assign = useAction(trpc.failure.assign.mutate, {
    success: "Assigned",
    onSuccess: () => onDone?.(),
  });
  return (
    <MenuButton
      label="Assign"
      icon={<UserRound aria-hidden />}
      pending={assign.pending}
      items={[
        ...members.map((member) => ({ key: member.id, label: personText(member) })),
        { key: NOBODY, label: "Nobody" },
      ]}
      onChoose={(key) => assign.run({ workspace, keys, assignee: key === NOBODY ? null : key })}
    />
  );
}
