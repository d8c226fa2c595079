"use client";

import { UserPlus } from "lucide-react";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface TryLiveProps {
  workspace: string;
  /** Whether the sandbox's new customer starts the recipe; else another of its buttons does. */
  byCustomer: boolean;
}

/** Makes something happen in the sandbox, so that the live recipe runs. */
export function TryLive({ workspace, byCustomer }: TryLiveProps) {
  const act = useAction(trpc.sandbox.act.mutate, { success: ({ message }) => message });
  const sandbox = `/w/${workspace}/sandbox/stripe`;
  if (!byCustomer)
    return (
      <LinkButton variant="primary" href={sandbox}>
        Make it happen in the Stripe sandbox
      </LinkButton>
    );
  return (
    <Button
      variant="primary"
      pending={act.pending}
      onClick={() => act.run({ workspace, action: "new_customer" })}
    >
      <UserPlus aria-hidden />
      New customer in the Stripe sandbox
    </Button>
  );
}
