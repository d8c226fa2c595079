"use client";

import { useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import { usePoll } from "~/components/run/use-poll";

/** Renders the page's server part again every `intervalMs` while the tab is visible; a slow answer is waited for. */
export function LiveRefresh({ intervalMs }: { intervalMs: number }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const busy = useRef(isPending);
  busy.current = isPending;
  usePoll(
    async () => {
      // Refreshes that overtake each other would keep every other transition on the page waiting.
      if (!busy.current) startTransition(() => router.refresh());
    },
    true,
    intervalMs,
  );
  return null;
}
