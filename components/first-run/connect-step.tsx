"use client";

import { FlaskConical, KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";

interface ConnectStepProps {
  workspace: string;
  has: { stripe: boolean; customerio: boolean };
}

/** Sandbox accounts with one click, or the team's own accounts, one after the other. */
export function ConnectStep({ workspace, has }: ConnectStepProps) {
  const open = useAction(trpc.sandbox.open.mutate, {
    success: "Your sandbox accounts are open and connected",
  });
  const isBegun = has.stripe || has.customerio;
  const base = `/w/${workspace}/connections/new`;
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      <Way
        icon={<FlaskConical aria-hidden className="size-4.5" />}
        title="Sandbox accounts"
        text="A simulated Stripe and Customer.io. No keys, nothing leaves Billhook. You can add your own accounts later."
      >
        <Button
          variant={isBegun ? "secondary" : "primary"}
          pending={open.pending}
          onClick={() => open.run({ workspace })}
        >
          Open sandbox accounts
        </Button>
      </Way>
      <Way
        icon={<KeyRound aria-hidden className="size-4.5" />}
        title="Your own accounts"
        text="A restricted Stripe key and your Customer.io keys. Test mode is fine. Each permission is tried."
      >
        {has.stripe ? null : <LinkButton href={`${base}/stripe`}>Connect Stripe</LinkButton>}
        {has.customerio ? null : <LinkButton href={`${base}/customerio`}>Connect Customer.io</LinkButton>}
      </Way>
    </ul>
  );
}

interface WayProps {
  icon: ReactNode;
  title: string;
  text: string;
  children: ReactNode;
}

function Way({ icon, title, text, children }: WayProps) {
  return (
    <li className="flex flex-col gap-1 rounded-md border bg-canvas p-4">
      <span className="text-accent-ink">{icon}</span>
      <h3 className="mt-1 text-sm font-semibold">{title}</h3>
      <p className="text-sm text-muted">{text}</p>
      <div className="mt-auto flex flex-wrap gap-2 pt-3">{children}</div>
    </li>
  );
}
