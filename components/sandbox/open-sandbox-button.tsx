"use client";

import { useRouter } from "next/navigation";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

/** Opens both simulated accounts with their connections, then goes to the Stripe one. */
export function OpenSandboxButton({
  workspace,
  label = "Open sandbox accounts",
}: {
  workspace: string;
  label?: string;
}) {
  const router = useRouter();
  const open = useAction(trpc.sandbox.open.mutate, {
    success: "Your sandbox accounts are open and connected",
    onSuccess: () => router.push(`/w/${workspace}/sandbox/stripe`),
  });
  return (
    <Button variant="primary" pending={open.pending} onClick={() => open.run({ workspace })}>
      {label}
    </Button>
  );
}
