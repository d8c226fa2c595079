"use client";

import { useRouter } from "next/navigation";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** One click into the workspace, for those who are signed in. */
export function AcceptInvitation({ token, workspace }: { token: string; workspace: string }) {
  const router = useRouter();
  const accept = useAction(trpc.user.acceptInvitation.mutate, {
    success: `You are a member of ${workspace}`,
    refresh: false,
    onSuccess: ({ slug }) => router.push(`/w/${slug}`),
  });
  return (
    <Button variant="primary" pending={accept.pending} onClick={() => void accept.run({ token })}>
      Join {workspace}
    </Button>
  );
}
