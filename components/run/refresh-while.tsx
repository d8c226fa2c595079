"use client";

import { useRouter } from "next/navigation";
import { usePoll } from "./use-poll";

/** Renders the page's server part again every `intervalMs` while `active` and the tab is visible. */
export function RefreshWhile({ active, intervalMs }: { active: boolean; intervalMs: number }) {
  const router = useRouter();
  usePoll(async () => router.refresh(), active, intervalMs);
  return null;
}
