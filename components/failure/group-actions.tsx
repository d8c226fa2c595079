"use client";

import { useRouter } from "next/navigation";
import type { FailureGroup } from "~/server/services/failure/schemas";
import type { Member } from "./assign-menu";
import { FailureActions } from "./failure-actions";

interface GroupActionsProps {
  workspace: string;
  group: FailureGroup;
  members: readonly Member[];
}

/** What can be done about one cause on its page; with nothing left of it, the page leads back to the inbox. */
export function GroupActions({ workspace, group, members }: GroupActionsProps) {
  const router = useRouter();
  return (
    <FailureActions
      workspace={workspace}
      groups={[group]}
      members={members}
      onGone={() => router.push(`/w/${workspace}/inbox`)}
    />
  );
}
