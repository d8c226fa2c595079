"use client";

import { signIn } from "next-auth/react";
import { Button } from "~/components/ui/button";

export interface Provider {
  id: string;
  name: string;
}

interface ProviderButtonsProps {
  providers: readonly Provider[];
  callbackUrl: string | null;
}

/** The sign-ins with another site's account, where the operator has set their keys. */
export function ProviderButtons({ providers, callbackUrl }: ProviderButtonsProps) {
  if (providers.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-center text-xs text-faint">or</p>
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => signIn(id, { callbackUrl: callbackUrl ?? "/start" })}>
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
